package io.regulars.loyalty.night;

import static io.regulars.loyalty.night.NightClub.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.programme.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;

/** Members with ten points each that end with 11 March 2026. */
@ApplicationScoped
class EndingPoints {

    static final String NIGHT = "2026-03-12T00:05";

    private static final String POINTS = "expiry: { kind: rolling, after: P10D }, reminders: []";
    private static final String TIERS = """
        { basis: netSpend, window: { kind: rolling, length: P12M },
              levels: [{ id: low, threshold: 0 }, { id: high, threshold: 500.00 }] }""";
    private static final String GONE =
            "select count(*) from transfer where programme = $1 and reason = 'expired' and at = '2026-03-11T23:00Z'";
    private static final String TOLD = """
        select count(*) from journal j join membership m on m.customer_id = j.subject
        where m.programme = $1 and j.type = 'loyalty.points.expired.v1'""";
    private static final String NIGHTS = """
        select count(*) from night where programme = $1 and ended_at is not null and day > '2026-02-01'""";

    private final NightClub club;

    EndingPoints(NightClub club) {
        this.club = club;
    }

    static Rulebook of(String programme) {
        return programme(programme, POINTS, TIERS);
    }

    /** The members are called as the programme, with a number behind. */
    Rulebook of(String programme, int members) {
        Rulebook rules = of(programme);
        for (int i = 0; i < members; i++) {
            club.enrols(rules, programme + i, "2026-03-01T09:00");
            club.earns(rules, programme + i, "2026-03-01T10:00", 10);
        }
        return rules;
    }

    long gone(String programme) {
        return club.number(GONE, programme);
    }

    /** Posted once, told once, in one night. */
    void assertOnce(String programme, int members) {
        assertEquals(members, gone(programme));
        assertEquals(members, club.number(TOLD, programme));
        assertEquals(1, club.number(NIGHTS, programme));
    }
}
