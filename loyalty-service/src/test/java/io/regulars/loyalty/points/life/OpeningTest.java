package io.regulars.loyalty.points.life;

import static io.regulars.loyalty.earning.evaluation.Scene.basket;
import static io.regulars.loyalty.earning.evaluation.Scene.evaluate;
import static io.regulars.loyalty.earning.evaluation.Scene.line;
import static io.regulars.loyalty.earning.evaluation.Scene.member;
import static io.regulars.loyalty.points.life.ExpiryTest.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.evaluation.Evaluation;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.points.life.OpeningRules.Opening;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Lapse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final ProgrammeVersion CAFE = Cafe.version();
    private static final Instant EARNED = at("2026-03-10T12:00");

    @Test
    void what_starts_and_ends_together_is_one_lot() {
        Evaluation evaluation =
                evaluate(basket(line(1, "A", 10_00), line(2, "B", 5_00)), member("friend", null, 9, 9, false), CAFE);
        List<NewLot> lots = OpeningRules.lots(evaluation.awards(), CAFE, "friend", EARNED);
        Instant starts = at("2026-03-24T12:00");
        assertEquals(
                List.of(
                        new Opening("beans", starts, null, at("2027-04-01T00:00"), null),
                        new Opening("stars", EARNED, null, at("2027-01-01T00:00"), null),
                        new Opening("beans", starts, null, at("2026-04-25T00:00"), null)),
                lots.stream().map(NewLot::opening).toList());
        assertEquals(List.of(90L, 15L, 100L), lots.stream().map(NewLot::points).toList());
    }

    @Test
    void the_tier_may_keep_points_for_ever_and_what_was_refused_opens_nothing() {
        List<Award> awards = List.of(
                new Award(1, "base", 7, "beans", 10, 10, null), new Award(2, "base", 7, "beans", 10, 0, "the cap"));
        List<NewLot> lots = OpeningRules.lots(awards, CAFE, "family", EARNED);
        assertEquals(1, lots.size());
        assertEquals(10, lots.get(0).points());
        assertEquals(null, lots.get(0).opening().expiresAt());
    }

    @Test
    void what_waits_for_an_event_has_no_end_yet() {
        List<Award> awards = List.of(new Award(0, "big-basket", 7, "beans", 200, 200, null));
        Opening opening =
                OpeningRules.lots(awards, CAFE, "guest", EARNED).get(0).opening();
        LaterDates later = new LaterDates(Lapse.of("P14D"), CAFE.wallet("beans").expiry());
        assertEquals(new Opening("beans", null, at("2026-06-08T12:00"), null, "custom.delivered", later), opening);
    }
}
