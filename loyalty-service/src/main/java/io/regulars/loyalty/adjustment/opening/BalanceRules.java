package io.regulars.loyalty.adjustment.opening;

import io.regulars.loyalty.adjustment.AdjustmentRules;
import io.regulars.loyalty.adjustment.opening.BalanceFile.Row;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Reads a row of opening balances, or says in a sentence what is wrong with it. */
final class BalanceRules {

    private static final int LONGEST_REFERENCE = 100;
    private static final Instant OLDEST = Instant.parse("1900-01-01T00:00:00Z");

    private final ProgrammeVersion version;
    private final Calendar calendar;
    private final Instant now;

    BalanceRules(ProgrammeVersion version, Instant now) {
        this.version = version;
        this.calendar = Calendar.of(version);
        this.now = now;
    }

    /** @param expiresAt null: as the programme says */
    record Balance(
            UUID customerId, String wallet, long points, Instant earnedAt, Instant expiresAt, String reference) {}

    /** Why a row cannot be a balance. */
    static final class Flawed extends Exception {
        private static final long serialVersionUID = 1;

        Flawed(String sentence) {
            super(sentence, null, false, false);
        }
    }

    Balance read(Row row) throws Flawed {
        demand(row.whole(), "It has another number of fields than the header.");
        String wallet = row.wallet().isEmpty() ? version.firstWallet() : row.wallet();
        refuse(AdjustmentRules.wallet(wallet, version).orElse(null));
        demand(!row.reference().isEmpty(), "It needs a reference of its own.");
        demand(
                row.reference().length() <= LONGEST_REFERENCE
                        && row.reference().chars().noneMatch(Character::isISOControl),
                "A reference has at most " + LONGEST_REFERENCE + " characters, none of them hidden.");
        Instant earnedAt = moment(row.earnedAt(), "earnedAt", false);
        demand(!earnedAt.isAfter(now), "earnedAt lies in the past.");
        demand(!earnedAt.isBefore(OLDEST), "earnedAt lies before 1900.");
        Instant ends = row.expiresAt().isEmpty() ? null : moment(row.expiresAt(), "expiresAt", true);
        refuse(AdjustmentRules.end(ends, now).orElse(null));
        return new Balance(customer(row), wallet, points(row), earnedAt, ends, row.reference());
    }

    private static UUID customer(Row row) throws Flawed {
        try {
            if (row.customerId().length() == 36) return UUID.fromString(row.customerId());
        } catch (IllegalArgumentException garbled) {
            throw new Flawed("customerId is not the id of a customer.");
        }
        throw new Flawed("customerId is not the id of a customer.");
    }

    private static long points(Row row) throws Flawed {
        boolean whole = row.points().matches("[1-9]\\d{0,9}");
        long points = whole ? Long.parseLong(row.points()) : 0;
        demand(
                whole && points <= AdjustmentRules.MOST,
                "points is a whole number from 1 to " + AdjustmentRules.MOST + ".");
        return points;
    }

    /** An instant, or a day where the programme is: earned with its beginning, good to its end. */
    private Instant moment(String text, String column, boolean end) throws Flawed {
        try {
            if (text.length() > 10) {
                return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            }
            LocalDate day = LocalDate.parse(text);
            return calendar.startOf(end ? day.plusDays(1) : day);
        } catch (DateTimeException garbled) {
            throw new Flawed(column + " is a day like 2026-01-31 or a moment like 2026-01-31T10:00:00Z.");
        }
    }

    private static void demand(boolean right, String sentence) throws Flawed {
        if (!right) throw new Flawed(sentence);
    }

    private static void refuse(String sentence) throws Flawed {
        if (sentence != null) throw new Flawed(sentence);
    }
}
