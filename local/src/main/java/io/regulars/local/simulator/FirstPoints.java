package io.regulars.local.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Purchase.Kind;
import io.regulars.events.Purchase.Line;
import io.regulars.events.Purchase.Tender;
import io.regulars.local.simulator.till.Answer;
import io.regulars.local.simulator.till.TillClient;
import io.regulars.local.simulator.town.Act;
import io.regulars.local.simulator.town.Shopper;
import io.regulars.local.simulator.town.Slip;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One shopper opts in and buys, here and now, and the cashier waits for the outcome. */
public final class FirstPoints {
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int TRIES = 12;

    private final TillClient till;
    private final String run;
    private final String currency;

    public FirstPoints(TillClient till, String run, String currency) {
        this.till = till;
        this.run = run;
        this.currency = currency;
    }

    /** What is printed on the receipt, and whose it is. */
    public record Printed(List<String> text, String customerId, String purchaseId, String store) {}

    /** Nothing when the suite does not come to it within a minute. */
    public Optional<Printed> printed(Instant now) {
        Shopper guest = guest();
        if (!till.enrol(new Act.Enrol(now, guest, guest.full(), null)).join().isOk()) return Optional.empty();
        Slip slip = new Slip(guest, purchase(now, guest.full()), null, null);
        Answer answer = till.post(slip, WAIT).join();
        for (int i = 1; i < TRIES && answer.isOk() && !answer.isApplied(); i++)
            answer = till.post(slip, WAIT).join();
        return answer.isApplied() ? Optional.of(printed(answer.body(), slip)) : Optional.empty();
    }

    private static Printed printed(JsonNode body, Slip slip) {
        List<String> text = StreamSupport.stream(body.path("receiptText").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new Printed(
                text,
                body.path("customerId").asText(),
                slip.id().toString(),
                slip.purchase().store());
    }

    private Shopper guest() {
        CustomerRef named = new CustomerRef(null, "97" + run, "first." + run + "@example.org", null, null, null);
        return new Shopper("first-" + run, named, named, true, 0);
    }

    private Purchase purchase(Instant now, CustomerRef guest) {
        List<Line> lines = List.of(line(1, "COF-01", "coffee", 2, 1_000), line(2, "BEA-01", "beans", 1, 1_599));
        return new Purchase(
                "S-001",
                "T-0",
                run + "-00001",
                now.atOffset(ZoneOffset.UTC).toLocalDate(),
                now,
                "store",
                currency,
                2_599L,
                true,
                0,
                0,
                0,
                false,
                guest,
                lines,
                List.of(),
                List.of(new Tender("card", 2_599)));
    }

    private static Line line(int number, String sku, String category, int pieces, long amount) {
        return new Line(
                number,
                Kind.SALE,
                sku,
                category,
                "house",
                null,
                List.of(),
                BigDecimal.valueOf(pieces),
                null,
                List.of(),
                0,
                amount);
    }
}
