package io.regulars.loyalty.contact;

import static io.regulars.loyalty.contact.Diary.at;
import static io.regulars.loyalty.contact.Diary.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.events.MembershipEvent.Award;
import io.regulars.events.MembershipEvent.PointsAwarded;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.Rulebook.InForce;
import io.regulars.loyalty.programme.Rulebook.Programme;
import io.regulars.loyalty.programme.Rulebook.Stopped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What members get for what they do beside buying. */
class ActionsTest {

    private static final String JOINED = "2026-03-01T09:00";

    @Test
    void an_action_brings_what_its_rules_give_and_says_so() {
        Diary ana = club("- { id: review, trigger: review, gives: { fixed: 50 } }");
        ana.does("review", "2026-03-02T10:00").does("survey", "2026-03-02T11:00");

        assertEquals(50, ana.active());
        PointsAwarded said = ana.said(PointsAwarded.class).get(0);
        assertEquals("review", said.trigger());
        assertEquals(List.of(new Award(0, "review", 50, "points", 1, null, null)), said.awards());
        assertEquals(50, said.points().balance());
        assertEquals(1, ana.said(PointsAwarded.class).size());
        assertEquals(1, ana.store().awarded().size());
    }

    @Test
    void an_action_counts_once_however_often_it_is_told() {
        Diary ana = club("- { id: check-in, trigger: checkIn, gives: { fixed: 5 } }");
        var visit = done("visit", "2026-03-02T10:00", null, null);
        ana.hears(List.of(visit, visit), "2026-03-02T10:00").hears(visit, "2026-03-03T10:00");

        assertEquals(5, ana.active());
    }

    @Test
    void conditions_see_the_rating_and_where_it_was() {
        Diary ana = club("""
                - { id: kind-words, trigger: review, when: "event.numbers['rating'] >= 4", gives: { fixed: 50 } }
                    - { id: here, trigger: custom.tasting, place: { stores: [S-1] }, gives: { fixed: 7 } }
                    - { id: there, trigger: custom.tasting, place: { stores: [S-2] }, gives: { fixed: 1000 } }
                """);
        ana.hears(done("review", "2026-03-02T10:00", null, 3), "2026-03-02T10:00");
        ana.hears(done("review", "2026-03-02T11:00", null, null), "2026-03-02T11:00");
        assertEquals(0, ana.active());
        ana.hears(done("review", "2026-03-02T12:00", null, 5), "2026-03-02T12:00");
        ana.does("custom.tasting", "2026-03-02T13:00");
        assertEquals(57, ana.active());
    }

    @Test
    void limits_hold_as_they_do_for_purchases() {
        Diary ana = Diary.of("""
                earning:
                  budgets: [{ id: words, points: 120 }]
                  rules:
                    - id: review
                      trigger: review
                      gives: { fixed: 50 }
                      limits: { times: { most: 2, per: day }, coolDown: PT1H, budget: words }
                """).joins(JOINED);
        ana.does("review", "2026-03-02T10:00").does("review", "2026-03-02T10:30");
        assertEquals(50, ana.active());
        ana.does("review", "2026-03-02T11:00").does("review", "2026-03-02T13:00");
        assertEquals(100, ana.active());
        ana.does("review", "2026-03-03T10:00");
        assertEquals(120, ana.active());
        Award last = ana.said(PointsAwarded.class).get(2).awards().get(0);
        assertEquals(20, last.points());
        assertEquals(50, last.desired());
    }

    @Test
    void actions_count_only_while_somebody_is_a_member() {
        Diary ana = Diary.of("""
                earning: { rules: [{ id: review, trigger: review, gives: { fixed: 50 } }] }
                """);
        ana.does("review", "2026-03-01T08:00").joins(JOINED);
        assertEquals(0, ana.active());
        ana.hears(done("review", "2026-02-28T10:00", null, null), "2026-03-01T10:00");
        assertEquals(0, ana.active());
        ana.does("review", "2026-03-01T09:00");
        assertEquals(50, ana.active());
    }

    @Test
    void who_may_not_earn_gets_nothing_and_the_reason_is_kept() {
        Diary ana = Diary.of("""
                membership: { statuses: { new: { earn: false, spend: true, beSent: true } } }
                earning: { rules: [{ id: review, trigger: review, gives: { fixed: 50 } }] }
                """).joins(JOINED).does("review", "2026-03-02T10:00");

        assertEquals(0, ana.active());
        assertEquals(
                "the member may not earn",
                ana.store().awarded().get(0).verdicts().get(0).why());
        assertTrue(ana.said(PointsAwarded.class).isEmpty());
    }

    @Test
    void an_action_is_judged_by_the_version_of_its_own_moment() {
        String rule = "earning: { rules: [{ id: review, trigger: review, gives: { fixed: %d } }] }";
        List<InForce> versions = List.of(
                new InForce(Instant.EPOCH, Diary.version(1, rule.formatted(10))),
                new InForce(at("2026-03-10T00:00"), Diary.version(2, rule.formatted(99))));
        Diary ana = new Diary(new Rulebook(2, Map.of("club", new Programme(versions, Stopped.NOTHING)))).joins(JOINED);

        ana.hears(done("review", "2026-03-09T23:59", null, null), "2026-03-10T08:00");
        assertEquals(10, ana.active());
    }

    @Test
    void what_comes_after_the_grace_brings_points_and_leaves_the_tier() {
        Diary ana = Diary.of("""
                earning:
                  rules:
                    - { id: review, trigger: review, gives: { fixed: 100 } }
                    - { id: survey, trigger: survey, gives: { fixed: 100 }, pending: { kind: after, after: P30D } }
                tiers:
                  basis: points
                  window: { kind: rolling, length: P12M }
                  levels: [{ id: low, threshold: 0 }, { id: high, threshold: 100 }]
                """).joins(JOINED);
        ana.hears(done("review", "2026-03-02T10:00", null, null), "2026-03-17T10:00");
        ana.hears(done("survey", "2026-03-02T10:00", null, null), "2026-03-17T10:00");
        ana.night("2026-04-10T00:05");

        assertEquals(200, ana.active());
        assertEquals("low", ana.tier());
        assertTrue(ana.store().awarded().get(0).late());
        ana.hears(done("review", "2026-04-11T10:00", null, null), "2026-04-13T10:00");
        assertEquals("high", ana.tier());
        assertFalse(ana.store().awarded().get(2).late());
        assertEquals(1, ana.said(TierChanged.class).size());
    }

    private static Diary club(String rules) {
        return Diary.of("""
                earning:
                  rules:
                    %s
                """.formatted(rules)).joins(JOINED);
    }
}
