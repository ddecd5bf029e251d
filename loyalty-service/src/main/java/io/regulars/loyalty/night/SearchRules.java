package io.regulars.loyalty.night;

import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Kind;
import io.regulars.loyalty.programme.document.WalletPolicy;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** The parts of a night. The same night has the same parts in the same order, whoever goes on with it. */
public final class SearchRules {

    /** A drop is told so many days ahead. */
    public static final int RISK_DAYS = 30;

    private static final LocalDate LONG_AGO = LocalDate.of(1, 1, 2);

    /** Months are not equally long: several days may be one month before the same day. */
    private static final int DAYS_OF_ONE_DAY = 4;

    private SearchRules() {}

    static List<Search> of(Night night, Rulebook rules) {
        ProgrammeVersion version = rules.at(night.programme(), night.until());
        List<Search> parts = new ArrayList<>();
        parts.add(Search.of(Step.POINTS));
        TierPolicy tiers = version.document().tiers();
        if (tiers != null) parts.addAll(tiers(night, version));
        parts.addAll(CelebrationRules.parts(night, rules));
        for (WalletPolicy wallet : version.document().wallets()) {
            for (Period ahead : wallet.reminders()) parts.add(reminder(night, wallet, ahead));
        }
        if (tiers != null) parts.addAll(risks(night, version));
        return parts;
    }

    private static List<Search> tiers(Night night, ProgrammeVersion version) {
        LocalDate day = night.day();
        List<Search> parts = new ArrayList<>();
        parts.add(Search.days(Step.TIERS, LONG_AGO, day.plusDays(1), null));
        if (isRolling(version)) {
            LocalDate from = night.previous() == null ? LONG_AGO : first(version, night.previous());
            parts.addAll(windows(from, first(version, day), lowest(version)));
        }
        return parts;
    }

    /** Usually a day; before the first night that may be all there ever was, which is gone through bit by bit. */
    private static List<Search> windows(LocalDate from, LocalDate before, String lowest) {
        List<Search> parts = new ArrayList<>();
        LocalDate next;
        for (LocalDate first = from; first.isBefore(before); first = next) {
            LocalDate old = before.minusYears(5);
            next = first.isBefore(old) ? old : first.plusMonths(3);
            if (next.isAfter(before)) next = before;
            parts.add(Search.days(Step.WINDOWS, first, next, lowest));
        }
        return parts;
    }

    /** A month and ten days before a day is not always the day that is so much later: days beside it may be meant. */
    private static Search reminder(Night night, WalletPolicy wallet, Period ahead) {
        boolean byDays = ahead.toTotalMonths() == 0;
        boolean mixed = !byDays && ahead.getDays() != 0;
        LocalDate from = night.announcedUntil().plusDays(1).plus(ahead).minusDays(mixed ? DAYS_OF_ONE_DAY : 0);
        LocalDate before = night.day().plus(ahead).plusDays(byDays ? 1 : DAYS_OF_ONE_DAY);
        return new Search(Step.REMINDERS, wallet.id(), from, before, null);
    }

    /** Whoever may drop within the time ahead, and may not have within the one of the night before. */
    private static List<Search> risks(Night night, ProgrammeVersion version) {
        LocalDate seen =
                night.previous() == null ? night.day() : night.previous().plusDays(RISK_DAYS);
        LocalDate from = seen.isBefore(night.day()) ? night.day() : seen;
        LocalDate last = night.day().plusDays(RISK_DAYS);
        List<Search> parts = new ArrayList<>();
        parts.add(Search.days(Step.RISKS_BY_DATE, from.plusDays(1), last.plusDays(1), null));
        if (isRolling(version)) {
            LocalDate firstDay = first(version, from);
            parts.add(Search.days(Step.RISKS_BY_WINDOW, firstDay, first(version, last), lowest(version)));
        }
        parts.add(Search.of(Step.RISKS_BY_CHANGE));
        return parts;
    }

    private static boolean isRolling(ProgrammeVersion version) {
        return version.document().tiers().window().kind() == Kind.ROLLING;
    }

    /** The first day of the window that ends with that one. */
    private static LocalDate first(ProgrammeVersion version, LocalDate last) {
        return last.minus(version.document().tiers().window().length()).plusDays(1);
    }

    private static String lowest(ProgrammeVersion version) {
        return version.levels().get(0).id();
    }
}
