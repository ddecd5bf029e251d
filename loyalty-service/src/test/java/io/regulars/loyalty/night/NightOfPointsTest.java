package io.regulars.loyalty.night;

import static io.regulars.loyalty.night.NightClub.at;
import static io.regulars.loyalty.night.NightClub.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.loyalty.membership.SignsOfLife;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.WalletView.Amounts;
import io.regulars.loyalty.points.WalletView.KindOfPoints;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.RefundPolicy.WhenSpent;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.testing.SuiteResource;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What points do by their dates, posted by a night at the instants at which it happened. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class NightOfPointsTest {

    @Inject
    NightClub club;

    @Test
    void points_start_and_end_at_the_local_time_also_where_clocks_are_changed() {
        Rulebook rules = programme(
                "dst",
                "pending: { kind: after, after: P1D }, expiry: { kind: rolling, after: P1D }, reminders: []",
                null);
        club.enrols(rules, "spring", "2026-03-01T09:00");
        club.earns(rules, "spring", "2026-03-28T12:00", 10);
        club.enrols(rules, "autumn", "2026-03-01T09:00");

        club.night(rules, "2026-03-29T00:05");
        assertEquals(List.of("earned_pending 10 2026-03-28T11:00:00Z"), club.moved("spring"));
        club.night(rules, "2026-03-30T00:05");
        assertEquals("activated 10 2026-03-29T10:00:00Z", club.moved("spring").get(1));
        club.night(rules, "2026-03-31T00:05");
        assertEquals("expired 10 2026-03-30T22:00:00Z", club.moved("spring").get(2));

        club.earns(rules, "autumn", "2026-10-24T12:00", 10);
        club.night(rules, "2026-10-27T00:05");
        assertEquals(
                List.of("activated 10 2026-10-25T11:00:00Z", "expired 10 2026-10-26T23:00:00Z"),
                club.moved("autumn").subList(1, 3));
        assertEquals(List.of("points.activated 10", "points.expired 10"), club.told("autumn"));
    }

    @Test
    void a_month_after_31_january_ends_with_february() {
        Rulebook rules = programme("january", "expiry: { kind: rolling, after: P1M }, reminders: []", null);
        club.enrols(rules, "jana", "2026-01-31T09:00");
        club.earns(rules, "jana", "2026-01-31T15:00", 10);

        club.night(rules, "2026-02-28T00:05");
        assertEquals(1, club.moved("jana").size());
        club.night(rules, "2026-03-01T00:05");
        assertEquals("expired 10 2026-02-28T23:00:00Z", club.moved("jana").get(1));
    }

    @Test
    void points_whose_event_does_not_come_are_given_up() {
        Rulebook rules = programme("waiting", "pending: { kind: event, event: review, givenUpAfter: P7D }", null);
        club.enrols(rules, "greta", "2026-03-01T09:00");
        club.earns(rules, "greta", "2026-03-01T10:00", 10);

        club.night(rules, "2026-03-08T00:05");
        Instant later = at("2026-03-09T00:05");
        assertEquals(10, points(rules, "greta", at("2026-03-08T09:59")).pending());
        assertEquals(0, points(rules, "greta", later).pending());
        club.night(rules, "2026-03-09T00:05");
        assertEquals(0, points(rules, "greta", later).pending());
        assertEquals(
                "pending_cancelled 10 2026-03-08T09:00:00Z", club.moved("greta").get(1));
        assertEquals(0, club.number("select count(*) from wallet where programme = 'waiting' and due_at is not null"));
    }

    @Test
    void an_end_that_was_put_off_is_announced_and_comes_when_it_is_due_now() {
        Rulebook rules = programme("lively", "expiry: { kind: inactivity, after: P2M }, reminders: [P7D]", null);
        club.enrols(rules, "ines", "2026-03-01T09:00");
        club.earns(rules, "ines", "2026-03-01T10:00", 10);
        Cause visit = Cause.command(UUID.randomUUID(), at("2026-04-20T10:00"));
        club.happens(
                rules,
                "ines",
                "2026-04-20T10:00",
                member -> SignsOfLife.show(member, "purchase", at("2026-04-20T10:00"), rules, visit));

        club.night(rules, "2026-04-25T00:05");
        club.night(rules, "2026-05-02T00:05");
        assertEquals(List.of(), club.told("ines"));
        club.night(rules, "2026-06-14T00:05");
        assertEquals(List.of("points.expiring 10 7"), club.told("ines"));
        club.night(rules, "2026-06-21T00:05");
        assertEquals("expired 10 2026-06-20T22:00:00Z", club.moved("ines").get(1));
    }

    @Test
    void what_becomes_active_repays_debt_first() {
        Rulebook rules = programme("indebted", "pending: { kind: after, after: P2D }", null);
        club.enrols(rules, "dora", "2026-03-01T09:00");
        Origin refund = new Origin(null, UUID.randomUUID(), UUID.randomUUID());
        club.happens(
                rules,
                "dora",
                "2026-03-01T10:00",
                member -> member.passbook().takeBack("points", 80, WhenSpent.DEBT, refund, at("2026-03-01T10:00")));
        club.earns(rules, "dora", "2026-03-01T11:00", 100);

        club.night(rules, "2026-03-04T00:05");
        assertEquals(new Amounts(20, 0, 0, 0, 20), points(rules, "dora", at("2026-03-04T00:05")));
        assertEquals(
                List.of("activated 100 2026-03-03T10:00:00Z", "debt_repaid 80 2026-03-03T10:00:00Z"),
                club.moved("dora").subList(2, 4));
    }

    @Test
    void reads_say_the_same_before_and_after() {
        Rulebook rules = programme(
                "readers", "pending: { kind: after, after: P3D }, expiry: { kind: rolling, after: P5D }", null);
        Random random = new Random(3);
        for (int i = 0; i < 12; i++) {
            club.enrols(rules, "reader" + i, "2026-03-01T09:00");
            for (int day = 1; day <= 12; day += 1 + random.nextInt(4)) {
                club.earns(rules, "reader" + i, "2026-03-%02dT%02d:00".formatted(day, 10 + i), 1 + random.nextInt(90));
            }
        }
        for (String night : List.of("2026-03-08T00:05", "2026-03-13T00:05", "2026-04-20T00:05")) {
            List<List<KindOfPoints>> before = shown(rules, at(night));
            assertTrue(club.night(rules, night));
            assertEquals(before, shown(rules, at(night)));
        }
        assertEquals(0, club.number("""
            select count(*) from wallet w where programme = 'readers'
              and (active <> 0 or pending <> 0 or due_at is not null)"""));
    }

    @Test
    void a_period_that_is_over_is_judged_by_what_was_there_before_points_ended_with_it() {
        Rulebook rules = programme("balance", "expiry: { kind: dates, dates: [\"03-31\"] }, reminders: []", """
                { basis: balance, window: { kind: calendar, unit: month }, hold: { until: endOfPeriod },
                      levels: [{ id: low, threshold: 0 }, { id: high, threshold: 100 }] }""");
        for (String name : List.of("asleep", "awake")) {
            club.enrols(rules, name, "2026-02-10T09:00");
            club.earns(rules, name, "2026-02-10T10:00", 100);
            assertEquals("high", club.tier(name));
        }
        club.night(rules, "2026-03-01T00:05");
        club.buys(rules, "awake", "2026-04-01T00:01", 100);
        club.night(rules, "2026-04-01T00:05");
        for (String name : List.of("asleep", "awake")) {
            assertEquals(0, points(rules, name, at("2026-04-01T00:05")).active());
            assertEquals("high", club.tier(name), name);
        }
        club.night(rules, "2026-05-01T00:05");
        for (String name : List.of("asleep", "awake")) assertEquals("low", club.tier(name), name);
    }

    private List<List<KindOfPoints>> shown(Rulebook rules, Instant now) {
        List<List<KindOfPoints>> shown = new ArrayList<>();
        for (int i = 0; i < 12; i++) shown.add(club.shown(rules, "reader" + i, now));
        return shown;
    }

    private Amounts points(Rulebook rules, String name, Instant now) {
        return club.shown(rules, name, now).get(0).points();
    }
}
