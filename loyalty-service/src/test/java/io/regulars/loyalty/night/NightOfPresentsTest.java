package io.regulars.loyalty.night;

import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.shares;
import static io.regulars.loyalty.night.NightClub.BERLIN;
import static io.regulars.loyalty.night.NightClub.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.Desk;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a night gives on birthdays and days of joining. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class NightOfPresentsTest {

    private static final String CAKE = "{ id: cake, trigger: birthday, gives: { fixed: 100 } }";
    private static final String YEARS = "{ id: years, trigger: anniversary, gives: { fixed: 10 } }";

    @Inject
    NightClub club;

    @Inject
    Desk desk;

    @Test
    void a_birthday_brings_points_at_the_midnight_of_the_day_once() {
        Rulebook rules = programme("birthdays", CAKE);
        enrols(rules, "birgit", "2026-01-10T09:00", "05-14");
        club.night(rules, "2026-05-13T00:05");
        assertEquals("nothing", given("birgit"));
        assertTrue(club.night(rules, "2026-05-14T00:05"));
        assertFalse(club.night(rules, "2026-05-14T12:05"));
        club.night(rules, "2026-05-15T00:05");

        assertEquals("100 of 2026-05-14 00:00", given("birgit"));
        assertEquals(List.of("earned 100 2026-05-13T22:05:00Z"), club.moved("birgit"), "when it was posted");
        assertEquals(List.of("points.awarded"), club.told("birgit"));
        assertEquals(at("2026-05-14T00:00"), awarded("birgit"));
    }

    @Test
    void a_night_that_is_run_again_or_makes_up_for_others_gives_each_once() {
        Rulebook rules = programme("missed", CAKE, YEARS);
        for (int day = 10; day < 16; day++) enrols(rules, "guest" + day, "2025-05-%dT09:00".formatted(day), null);
        enrols(rules, "mirja", "2026-01-10T09:00", "05-12");
        club.night(rules, "2026-05-10T00:05");
        club.night(rules, "2026-05-14T17:00");
        forget("missed");
        club.night(rules, "2026-05-14T18:00");

        assertEquals("100 of 2026-05-12 00:00", given("mirja"));
        for (int day = 10; day < 15; day++) {
            assertEquals("10 of 2026-05-%d 00:00".formatted(day), given("guest" + day));
        }
        assertEquals("nothing", given("guest15"));
    }

    @Test
    void whoever_says_another_birthday_after_the_present_gets_none_for_it_in_that_year() {
        Rulebook rules = programme("twice", CAKE);
        enrols(rules, "tina", "2026-01-10T09:00", "05-14");
        club.night(rules, "2026-05-14T00:05");
        desk.hears(shares("tina", "06-20", Map.of()));
        club.night(rules, "2026-06-20T00:05");
        assertEquals("100 of 2026-05-14 00:00", given("tina"));
        club.night(rules, "2027-06-20T00:05");
        assertEquals("100 of 2026-05-14 00:00, 100 of 2027-06-20 00:00", given("tina"));
    }

    @Test
    void the_leap_day_is_celebrated_on_the_28th_and_the_day_of_joining_from_the_next_year_on() {
        Rulebook rules = programme("leap", CAKE, YEARS);
        enrols(rules, "leonie", "2024-02-29T00:30", "02-29");
        club.night(rules, "2024-02-29T00:05");
        club.night(rules, "2024-03-01T00:05");
        assertEquals("nothing", given("leonie"));
        club.night(rules, "2025-02-28T00:05");
        club.night(rules, "2025-03-01T00:05");

        assertEquals("100 of 2025-02-28 00:00, 10 of 2025-02-28 00:00", given("leonie"));
    }

    @Test
    void nothing_is_given_to_who_may_not_earn_has_left_or_shares_no_birthday_any_more() {
        Rulebook rules = programme("without", CAKE);
        for (String name : List.of("blocked", "gone", "silent", "new")) {
            enrols(rules, name, name.equals("new") ? "2026-05-14T00:30" : "2026-01-10T09:00", "05-14");
        }
        set("blocked", "status = 'blocked'");
        set("gone", "left_at = now()");
        desk.hears(shares("silent", null, Map.of()));
        club.night(rules, "2026-05-14T00:45");

        for (String name : List.of("blocked", "gone", "silent", "new")) {
            assertEquals("nothing", given(name), name);
        }
    }

    @Test
    void conditions_may_ask_after_how_many_years_and_budgets_hold() {
        Rulebook rules = programme(
                "budget",
                "{ id: five, trigger: anniversary, when: \"event.numbers['years'] == 5\", gives: { fixed: 80 },"
                        + " limits: { budget: gifts } }");
        enrols(rules, "four", "2022-05-14T09:00", null);
        enrols(rules, "five1", "2021-05-14T09:00", null);
        enrols(rules, "five2", "2021-05-14T09:00", null);
        club.night(rules, "2026-05-14T00:05");

        assertEquals("nothing", given("four"));
        assertEquals(100, club.number("select sum(amount)::bigint from transfer where programme = 'budget'"));
        assertEquals(100, club.number("select used from budget where programme = 'budget'"));
    }

    @Test
    void a_night_that_finds_nobody_looks_only_at_indexes() {
        String plan = "explain (format text) select p.customer_id from person p where p.birthday = any('{514}'::int[])";
        assertFalse(plan(plan).contains("Seq Scan on person"), plan(plan));
        String joined = """
            explain (format text) select customer_id from membership where programme = 'x' and left_at is null
              and (extract(month from enrolled_at at time zone 'UTC') * 100
                   + extract(day from enrolled_at at time zone 'UTC'))::int = any('{513,514,515}'::int[])
            """;
        assertTrue(plan(joined).contains("membership_by_day_of_joining"), plan(joined));
    }

    private String plan(String explain) {
        return club.lines("set local enable_seqscan = off", explain);
    }

    private void enrols(Rulebook rules, String name, String at, String birthday) {
        if (birthday != null) desk.hears(shares(name, birthday, Map.of("diet", "vegan")));
        club.enrols(rules, name, at);
    }

    private void set(String name, String what) {
        desk.commits("update membership set " + what + " where customer_id = '" + id(name) + "'");
    }

    /** As if nobody had written down that this night was. */
    private void forget(String programme) {
        desk.commits("delete from night where programme = '" + programme + "' and day > '2026-05-10'");
    }

    /** The lots, each with the local time it is dated. */
    private String given(String name) {
        return desk.row("""
                select coalesce(string_agg(points || ' of ' || to_char(earned_at at time zone 'Europe/Berlin',
                                                                       'YYYY-MM-DD HH24:MI'), ', ' order by number),
                                'nothing')
                from lot where customer_id = $1
                """, name).getString(0);
    }

    private Instant awarded(String name) {
        return desk.row("select at from award_without_purchase where customer_id = $1", name)
                .getOffsetDateTime("at")
                .toInstant();
    }

    private static Rulebook programme(String id, String... rules) {
        String text = """
            format: 1
            id: %s
            earning:
              budgets: [{ id: gifts, points: 100 }]
              rules:
                - { id: base, gives: { points: 1, per: 1 } }
                - %s
            """.formatted(id, String.join("\n    - ", rules));
        return Rulebook.of(CompileProgramme.from(DocumentText.read(text), 1, Currency.getInstance("USD"), BERLIN));
    }
}
