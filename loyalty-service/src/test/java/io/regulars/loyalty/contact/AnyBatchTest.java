package io.regulars.loyalty.contact;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.batches;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.Club;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.view.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Receipts, contacts and what each does to the other, made up from seeds. */
class AnyBatchTest {

    private static final int STORIES = 200;
    private static final Instant START = Instant.parse("2026-01-10T09:00:00Z");
    private static final String PROGRAMME = """
            wallets:
              - { id: points, expiry: { kind: inactivity, after: P2M, until: week, activities: [purchase, visit] } }
            earning:
              budgets: [{ id: words, points: 300 }]
              rules:
                - { id: base, gives: { points: 1, per: 1 } }
                - id: sent
                  gives: { fixed: 30 }
                  pending: { kind: event, event: custom.delivered, cancellation: P3D, givenUpAfter: P20D }
                  expiry: { kind: rolling, after: P1M }
                - { id: visit, trigger: checkIn, gives: { fixed: 3 }, limits: { times: { most: 2, per: week } } }
                - { id: review, trigger: review, gives: { fixed: 20 }, limits: { budget: words, coolDown: P1D } }
            tiers:
              basis: points
              window: { kind: rolling, length: P1M }
              levels: [{ id: low, threshold: 0 }, { id: high, threshold: 100, multiply: 2 }]
            """;

    @Test
    void however_facts_come_together_the_end_is_the_same() {
        Rulebook rules = Rulebook.of(Diary.version(1, PROGRAMME));
        for (int seed = 0; seed < STORIES; seed++) {
            List<Told> story = story(new Random(seed));
            PaperStore one = heard(rules, story, 1);
            for (int size : List.of(2, 5, story.size())) {
                PaperStore many = heard(rules, story, size);
                String what = "seed " + seed + " in batches of " + size;
                assertEquals(shown(one), shown(many), what);
                assertEquals(one.transfers(id("ana")), many.transfers(id("ana")), what);
                assertEquals(one.said(), many.said(), what);
            }
        }
    }

    @Test
    void hearing_everything_again_changes_nothing() {
        Rulebook rules = Rulebook.of(Diary.version(1, PROGRAMME));
        for (int seed = 0; seed < STORIES; seed++) {
            List<Told> story = story(new Random(seed));
            PaperStore store = heard(rules, story, 3);
            List<Lot> lots = store.lots(id("ana"));
            int moved = store.transfers(id("ana")).size();
            store.apply(story);
            assertEquals(lots, store.lots(id("ana")), "seed " + seed);
            assertEquals(moved, store.transfers(id("ana")).size(), "seed " + seed);
        }
    }

    private static PaperStore heard(Rulebook rules, List<Told> story, int size) {
        PaperStore store = new PaperStore(rules);
        store.enrol(id("ana"), START, Cause.command(id("joins"), START));
        batches(story, size).forEach(store::apply);
        return store;
    }

    private static List<String> shown(PaperStore store) {
        return store.lots(id("ana")).stream()
                .filter(lot -> lot.remaining() > 0)
                .map(Lot::toString)
                .toList();
    }

    private static List<Told> story(Random random) {
        List<Told> story = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 30; i++) {
            now = now.plus(Duration.ofHours(1 + random.nextInt(random.nextInt(6) == 0 ? 900 : 40)));
            Told next = next(random, i, now);
            story.add(next);
            if (random.nextInt(8) == 0) story.add(next);
        }
        return story;
    }

    private static Told next(Random random, int i, Instant now) {
        Instant at = now.minus(Duration.ofHours(random.nextInt(4) == 0 ? random.nextInt(500) : 0));
        String receipt = "receipt " + random.nextInt(i + 2);
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                told(
                        Club.recorded(
                                "receipt " + i, "ana", Club.purchase(at, false, line(1, "A", random.nextInt(60_00)))),
                        now);
            case 2 ->
                told(
                        Club.refunded(
                                "refund " + i,
                                receipt,
                                "ana",
                                Club.refund(at, back(1, "A", 1 + random.nextInt(30_00)))),
                        now);
            case 3 -> told(contact("custom.delivered", i, random.nextInt(3) == 0 ? null : receipt, at), now);
            case 4 -> told(contact("visit", i, null, at), now);
            default -> told(contact("review", i, null, at), now);
        };
    }

    private static TouchpointRecorded contact(String type, int i, String purchase, Instant at) {
        return new TouchpointRecorded(
                id(type + i), id("ana"), null, type, "app", "S-1", purchase == null ? null : id(purchase), null, at);
    }
}
