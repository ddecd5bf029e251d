package io.regulars.loyalty.points.life;

import static io.regulars.loyalty.points.life.ExpiryTest.dates;
import static io.regulars.loyalty.points.life.ExpiryTest.rolling;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.ExpiryPolicy.Kind;
import io.regulars.loyalty.programme.document.ExpiryPolicy.RoundedTo;
import io.regulars.loyalty.programme.document.Lapse;
import io.regulars.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaterDatesTest {

    @Test
    void what_was_promised_is_read_as_it_was_kept() {
        ExpiryPolicy idle = new ExpiryPolicy(
                Kind.INACTIVITY, Period.of(1, 2, 3), RoundedTo.QUARTER, null, null, List.of("purchase", "visit"));
        for (ExpiryPolicy policy : List.of(
                ExpiryPolicy.NEVER,
                rolling(Period.ofMonths(12), RoundedTo.INSTANT),
                dates(Period.ofDays(3), "12-31", "02-29"),
                idle)) {
            for (Lapse cancellation : new Lapse[] {null, Lapse.of("P14DT12H")}) {
                LaterDates later = new LaterDates(cancellation, policy);
                assertEquals(later, Json.read(Json.bytes(later), LaterDates.class));
            }
        }
    }

    @Test
    void what_lies_in_the_books_is_understood_for_ever() {
        String kept = """
            {"cancellation":"P14D","expiry":{"kind":"INACTIVITY","after":"P6M","until":"DAY","dates":[],
             "atLeast":"P0D","activities":["purchase","checkIn"]}}""";
        ExpiryPolicy idle =
                new ExpiryPolicy(Kind.INACTIVITY, Period.ofMonths(6), null, null, null, List.of("purchase", "checkIn"));
        LaterDates later = new LaterDates(Lapse.of("P14D"), idle);
        assertEquals(later, Json.read(kept.getBytes(StandardCharsets.UTF_8), LaterDates.class));
        assertEquals(kept.replaceAll("\\s", ""), new String(Json.bytes(later), StandardCharsets.UTF_8));
    }
}
