package io.regulars.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.tier.standing.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeededDaysTest {

    private static final ProgrammeVersion QUARTERS =
            CompileProgramme.from(DocumentText.read("""
                    format: 1
                    id: club
                    earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
                    tiers:
                      basis: netSpend
                      window: { kind: calendar, unit: quarter }
                      levels: [{ id: low, threshold: 0 }]
                    """), 1, Currency.getInstance("USD"), ZoneOffset.UTC);

    @Test
    void who_was_in_no_window_yet_may_be_in_every_one_up_to_the_last_fact() {
        Instant march = Instant.parse("2023-03-19T12:00:00Z");
        Instant april = Instant.parse("2023-04-26T12:00:00Z");
        assertEquals(
                List.of(new Days(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 30))),
                NeededDays.of(Standing.newcomer(march), march, april, QUARTERS));
    }
}
