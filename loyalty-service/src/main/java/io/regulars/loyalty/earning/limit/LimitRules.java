package io.regulars.loyalty.earning.limit;

import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.Cap;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.document.rule.Limits;
import io.regulars.loyalty.programme.rule.CamelCase;
import io.regulars.loyalty.programme.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/** How often a rule may apply, and which counters know. Periods are the calendar's, where the programme is. */
public final class LimitRules {

    private LimitRules() {}

    /** All that must be loaded to judge something of this day: what is not there counts from 0. */
    public static Set<Key> keys(ProgrammeVersion programme, LocalDate day) {
        Set<Key> keys = new LinkedHashSet<>();
        for (Rule rule : programme.rules()) keys.addAll(keys(rule, programme, day));
        for (WalletPolicy wallet : programme.document().wallets()) {
            if (wallet.cap() != null) keys.add(key(wallet, programme, day));
        }
        return keys;
    }

    public static Set<Key> keys(Rule rule, ProgrammeVersion programme, LocalDate day) {
        Limits limits = rule.written().limits();
        Set<Key> keys = new LinkedHashSet<>();
        if (limits.times() != null) keys.add(key(rule.id(), limits.times().per(), programme, day));
        if (limits.cap() != null) keys.add(key(rule.id(), limits.cap().per(), programme, day));
        if (rule.written().setOffOnceAYear()) keys.add(key(rule.id(), Cadence.YEAR, programme, day));
        if (limits.coolDown() != null) keys.add(key(rule.id(), Cadence.EVER, programme, day));
        return keys;
    }

    public static Key key(WalletPolicy wallet, ProgrammeVersion programme, LocalDate day) {
        return key("wallet:" + wallet.id(), wallet.cap().per(), programme, day);
    }

    public static Key key(String subject, Cadence per, ProgrammeVersion programme, LocalDate day) {
        return new Key(subject, per, per.startOf(day, programme.document().weekStart()));
    }

    /** Why it may not apply once more, or null. */
    public static String whyNotAgain(Rule rule, Happening happening, Counters counters, ProgrammeVersion programme) {
        Limits limits = rule.written().limits();
        LocalDate day = happening.local().toLocalDate();
        if (limits.times() != null) {
            Tally tally = counters.tally(key(rule.id(), limits.times().per(), programme, day));
            if (tally.times() >= limits.times().most()) {
                return "it applied " + tally.times() + " times already"
                        + within(limits.times().per());
            }
        }
        if (rule.written().setOffOnceAYear()
                && counters.tally(key(rule.id(), Cadence.YEAR, programme, day)).times() > 0) {
            return "it was given in this year already";
        }
        if (limits.coolDown() == null) return null;
        Instant last =
                counters.tally(key(rule.id(), Cadence.EVER, programme, day)).last();
        if (last == null) return null;
        boolean early = happening.at().isBefore(limits.coolDown().after(last, programme.zone()));
        return early ? "it applied less than " + limits.coolDown() + " ago" : null;
    }

    public static String reached(Cap cap, String whose) {
        return "the cap of " + cap.points() + within(cap.per()) + whose + " is reached";
    }

    private static String within(Cadence per) {
        return per == Cadence.EVER ? "" : " in this " + CamelCase.of(per);
    }
}
