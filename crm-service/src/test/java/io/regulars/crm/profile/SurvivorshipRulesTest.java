package io.regulars.crm.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.regulars.crm.profile.SurvivorshipRules.Origin;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SurvivorshipRulesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T12:00:00Z");
    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    @Test
    void the_most_trusted_word_shows_and_among_equals_the_newest() {
        Kept ana = side(ANA, "diet", "vegan", said(Source.CUSTOMER, MONDAY));
        assertEquals("vegan", diet(ana, side(BEN, "diet", "meat", said(Source.STAFF, TUESDAY))));
        assertEquals("meat", diet(ana, side(BEN, "diet", "meat", said(Source.CUSTOMER, TUESDAY))));
        assertEquals("vegan", diet(ana, side(BEN, "diet", "meat", null)), "from before it was kept");

        Kept ben = side(BEN, "birthday", "05-14", said(Source.SYSTEM, MONDAY));
        SurvivorshipRules.Shown both = SurvivorshipRules.of(List.of(ana, ben));
        assertEquals(MonthDay.of(5, 14), both.profile().birthday());
        assertEquals(Map.of("diet", "vegan"), both.profile().attributes());
        assertEquals(new Origin(BEN, Source.SYSTEM, MONDAY), both.origins().get("birthday"));
    }

    @Test
    void what_was_taken_back_does_not_return_from_another_side() {
        Kept ana = side(ANA, "diet", "vegan", said(Source.STAFF, MONDAY));
        Kept ben = side(BEN, "diet", null, said(Source.STAFF, TUESDAY));
        assertEquals(null, diet(ana, ben));
        assertEquals("vegan", diet(ana, side(BEN, "diet", null, said(Source.SYSTEM, TUESDAY))));
    }

    @Test
    void which_side_is_read_first_does_not_matter() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Kept> sides = List.of(any(ANA, random), any(BEN, random), any(new UUID(0, 3), random));
            assertEquals(
                    SurvivorshipRules.of(sides),
                    SurvivorshipRules.of(List.of(sides.get(2), sides.get(0), sides.get(1))),
                    "seed " + seed);
        }
    }

    /** A patch has to show whoever says it, whatever other sides hold and whatever their clocks said. */
    @Test
    void what_is_said_of_a_merged_customer_shows_and_only_what_differs_is_written() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Kept> sides = List.of(any(ANA, random), any(BEN, random));
            Kept target = sides.get(random.nextInt(2));
            Profile after = Profile.of(any(ANA, random).values());
            Kept said = SurvivorshipRules.said(target, sides, after, Source.SYSTEM, MONDAY);
            List<Kept> now = target == sides.get(0) ? List.of(said, sides.get(1)) : List.of(sides.get(0), said);

            assertEquals(after, SurvivorshipRules.of(now).profile(), "seed " + seed);
            assertEquals(said, SurvivorshipRules.said(said, now, after, Source.STAFF, TUESDAY), "said again");
        }
    }

    @Test
    void names_that_were_taken_back_are_not_remembered_without_end() {
        Kept ana = Kept.nothing(ANA);
        for (int i = 0; i < 200; i++) {
            Instant now = MONDAY.plusSeconds(i);
            ana = SurvivorshipRules.said(ana, List.of(ana), profile("a" + i), Source.STAFF, now);
            ana = SurvivorshipRules.said(ana, List.of(ana), profile("b" + i), Source.STAFF, now.plusMillis(1));
        }
        assertEquals(1, ana.values().size());
        assertEquals(65, ana.said().size());
        assertFalse(ana.said().containsKey("a0"));
    }

    private static Profile profile(String name) {
        return Profile.of(new TreeMap<>(Map.of(name, "x")));
    }

    private static Kept any(UUID side, Random random) {
        TreeMap<String, String> values = new TreeMap<>();
        TreeMap<String, Statement> said = new TreeMap<>();
        for (String name : List.of("birthday", "diet", "shoe")) {
            if (random.nextBoolean()) values.put(name, "0" + (1 + random.nextInt(3)) + "-14");
            if (random.nextBoolean()) said.put(name, said(Source.values()[random.nextInt(3)], day(random)));
        }
        return new Kept(side, values, said, "");
    }

    private static Instant day(Random random) {
        return MONDAY.plusSeconds(random.nextInt(3));
    }

    private static Kept side(UUID side, String name, String value, Statement said) {
        TreeMap<String, String> values = new TreeMap<>();
        TreeMap<String, Statement> words = new TreeMap<>();
        if (value != null) values.put(name, value);
        if (said != null) words.put(name, said);
        return new Kept(side, values, words, "");
    }

    private static Statement said(Source by, Instant at) {
        return new Statement(by, at, null);
    }

    private static String diet(Kept... sides) {
        return SurvivorshipRules.of(List.of(sides)).profile().attributes().get("diet");
    }
}
