package io.regulars.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.loyalty.tier.standing.TierPlan;
import io.regulars.loyalty.tier.standing.TierStanding;
import io.regulars.loyalty.tier.standing.TierStanding.Coming;
import io.regulars.loyalty.tier.standing.TierStanding.Grant;
import io.regulars.loyalty.tier.standing.TierStanding.Lock;
import io.regulars.loyalty.tier.standing.TierStanding.Why;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first day on which a tier may move although nothing happens: the one after whatever ends. */
class DueDayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Days YEAR = new Days(LocalDate.of(2026, 1, 1), LAST);

    @Test
    void a_period_ends_for_whoever_may_fall() {
        ProgrammeVersion years = version("kind: calendar, unit: year");
        assertEquals(LAST.plusDays(1), due(in("silver", null, null, years), years));
        assertNull(due(in("bronze", null, null, years), years));
        ProgrammeVersion birthdays = version("kind: anniversary");
        assertEquals(LAST.plusDays(1), due(in("silver", null, null, birthdays), birthdays));
        assertNull(due(in("silver", null, null, version("kind: ever")), version("kind: ever")));
        ProgrammeVersion rolling = version("kind: rolling, length: P12M");
        assertNull(due(in("silver", null, null, rolling), rolling));
    }

    @Test
    void a_hold_ends_for_whoever_may_fall_and_also_with_today() {
        ProgrammeVersion rolling = version("kind: rolling, length: P12M");
        assertEquals(TODAY.plusDays(6), due(in("silver", TODAY.plusDays(5), null, rolling), rolling));
        assertEquals(TODAY.plusDays(1), due(in("silver", TODAY, null, rolling), rolling));
        assertNull(due(in("silver", TODAY.minusDays(1), null, rolling), rolling));
        assertNull(due(in("bronze", TODAY.plusDays(5), null, rolling), rolling));
        assertNull(due(in("silver", LocalDate.MAX, null, rolling), rolling));
    }

    @Test
    void what_comes_begins_on_its_day_and_the_first_of_all_counts() {
        ProgrammeVersion years = version("kind: calendar, unit: year");
        Coming coming = new Coming("silver", LAST.plusDays(1));
        assertEquals(LAST.plusDays(1), due(in("bronze", null, coming, years), years));
        TierStanding given = in("bronze", null, coming, years)
                .given(new Grant("silver", TODAY.plusDays(30), Why.GIVEN))
                .given(new Grant("silver", null, Why.LIFETIME));
        assertEquals(TODAY.plusDays(31), due(given, years));
        assertEquals(TODAY.plusDays(3), due(given.locked(new Lock("bronze", TODAY.plusDays(2))), years));
        assertEquals(TODAY.plusDays(31), due(given.locked(new Lock("bronze", null)), years));
    }

    private static LocalDate due(TierStanding standing, ProgrammeVersion version) {
        return DueDayRules.of(standing, YEAR, TODAY, version);
    }

    private static TierStanding in(String level, LocalDate held, Coming coming, ProgrammeVersion version) {
        TierStanding newcomer = TierStanding.newcomer(TierPlan.of(version), TODAY);
        return new TierStanding(
                level, newcomer.since(), newcomer.threshold(), newcomer.qualifiedOn(), held, coming, List.of(), null);
    }

    private static ProgrammeVersion version(String window) {
        String document = """
                format: 1
                id: club
                earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
                tiers:
                  basis: points
                  window: { %s }
                  levels: [{ id: bronze, threshold: 0 }, { id: silver, threshold: 500 }]
                """.formatted(window);
        return CompileProgramme.from(DocumentText.read(document), 1, Currency.getInstance("USD"), ZoneOffset.UTC);
    }
}
