package io.regulars.local.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.regulars.local.simulator.till.Gateway;
import io.regulars.local.simulator.till.PretendGateway;
import io.regulars.local.simulator.till.PretendGateway.Asked;
import io.regulars.local.simulator.till.PretendGateway.Said;
import io.regulars.local.simulator.till.Retries;
import io.regulars.local.simulator.till.Tally;
import io.regulars.local.simulator.till.TillClient;
import io.regulars.local.simulator.town.Act;
import io.regulars.local.simulator.town.Town;
import io.regulars.local.simulator.town.TownOptions;
import io.regulars.local.truth.Truth;
import io.regulars.local.truth.Truth.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a pace is kept on a machine that has time for it")
class TradingDayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TownOptions OPTIONS = TownOptions.of(11, "r1", LocalDate.of(2026, 11, 21))
            .withShoppers(100)
            .withReceipts(250);
    /** Of a token only the middle is looked at, for its subject. */
    private static final String OFFICE =
            "e30." + Base64.getUrlEncoder().encodeToString("{\"sub\":\"head-office\"}".getBytes(US_ASCII)) + ".x";

    private static final Retries HASTY =
            new Retries(Duration.ofSeconds(10), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(60));

    private final Map<String, JsonNode> firstContents = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final List<Truth> written = new CopyOnWriteArrayList<>();
    private final Tally tally = new Tally();
    private final PretendGateway gateway = new PretendGateway(this::answer);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void a_day_is_played_to_its_end_through_a_gateway_that_stumbles() {
        List<Act> acts = Town.day(OPTIONS);
        List<Long> told = new ArrayList<>();

        day(new Pace(0, 8)).play(acts, told::add);

        assertEquals(List.of(), tally.firstSurprises());
        assertEquals(250, tally.receipts());
        assertEquals(250L, told.get(told.size() - 1));
        assertEquals(0, tally.givenUps());
        assertTrue(tally.answers(Outcome.UNKNOWN) > 10);
        assertTrue(mostUnderWay.get() <= 8, "at once: " + mostUnderWay);
        assertEquals(acts.stream().filter(Act.Enrol.class::isInstance).count(), tally.members());
        assertEquals(
                acts.stream()
                        .filter(Act.Undo.class::isInstance)
                        .map(act -> ((Act.Undo) act).voidId().toString())
                        .collect(Collectors.toSet()),
                written.stream()
                        .filter(truth -> truth.op() == Truth.Op.VOID)
                        .map(Truth::receiptId)
                        .collect(Collectors.toSet()));
        assertEquals(acts.stream().filter(Act.Contact.class::isInstance).count(), tally.contacts());
    }

    @Test
    void what_is_written_down_is_what_the_gateway_took_first() {
        day(new Pace(0, 8)).play(Town.day(OPTIONS), receipts -> {});

        Map<String, Truth> certain = written.stream()
                .filter(truth -> truth.purchase() != null || truth.refund() != null)
                .filter(truth -> truth.outcome() == Outcome.OK)
                .collect(Collectors.toMap(Truth::receiptId, truth -> truth, (first, again) -> again));
        assertEquals(250, certain.size());
        assertEquals(250, firstContents.size());
        for (Truth truth : certain.values()) {
            JsonNode taken = firstContents.get(key(truth));
            long amount = truth.refund() == null
                    ? truth.purchase().total()
                    : truth.refund().total();
            assertEquals(amount, truth.refund() == null ? taken.path("total").asLong() : refunded(taken));
        }
    }

    @Test
    void a_pace_is_kept() {
        List<Act> acts = Town.day(OPTIONS.withReceipts(60));
        long begun = System.nanoTime();

        day(Pace.of(100)).play(acts, receipts -> {});

        double seconds = (System.nanoTime() - begun) / 1e9;
        assertTrue(seconds > 0.3 && seconds < 10, "took " + seconds);
    }

    @Test
    void a_day_that_is_stopped_begins_nothing_new() {
        TradingDay day = day(new Pace(0, 4));
        day.play(Town.day(OPTIONS), receipts -> day.stop());
        int before = requests.get();
        day.play(Town.day(OPTIONS.inChapter(1)), receipts -> {});
        assertEquals(before, requests.get());
    }

    private TradingDay day(Pace pace) {
        Gateway where = new Gateway(gateway.url(), "key", OFFICE);
        return new TradingDay(new TillClient(where, HASTY, tally, written::add), tally, pace);
    }

    /** Takes what is in order, refuses what is not, and every tenth time takes it and says that it does not know. */
    private Said answer(Asked asked) {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            Said said = taken(asked);
            boolean stumbles = requests.incrementAndGet() % 10 == 0 && said.status() < 300;
            return stumbles ? new Said(503, "{\"code\":\"unavailable\"}") : said;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private Said taken(Asked asked) {
        if (asked.path().equals("/v1/members")) return new Said(201, "{\"customerId\":\"c\"}");
        if (asked.path().equals("/v1/touchpoints")) return new Said(202, "{\"status\":\"accepted\"}");
        if (asked.path().endsWith("/void")) return new Said(202, "{\"status\":\"accepted\"}");
        if (!asked.path().endsWith("/batch")) return takenOne(asked.path().endsWith("refunds"), read(asked.body()));
        List<String> results = new ArrayList<>();
        Iterable<JsonNode> items = asked.type().contains("ndjson")
                ? asked.body().lines().map(TradingDayTest::read).toList()
                : read(asked.body());
        for (JsonNode item : items) {
            Said own = takenOne(item.path("type").asText().equals("refund"), item);
            results.add(own.status() == 202 ? own.body() : "{\"problem\":{\"status\":422}}");
        }
        return new Said(202, "{\"data\":" + results + "}");
    }

    private Said takenOne(boolean refund, JsonNode receipt) {
        boolean store = receipt.path("store").asText().matches("S-00\\d");
        long due = receipt.path("tip").asLong() + receipt.path("rounding").asLong();
        if (!receipt.path("taxIncluded").asBoolean(true))
            due += receipt.path("taxTotal").asLong();
        for (JsonNode line : receipt.path("lines")) due += line.path("amount").asLong();
        boolean adds = refund
                || receipt.path("total").isIntegralNumber()
                        && receipt.path("total").asLong() == due;
        boolean clean = receipt.path("currency").asText().equals("USD")
                && !receipt.has("couponScanner")
                && receipt.has("businessDate")
                && receipt.path("occurredAt").asText().startsWith("2026");
        if (!store) return new Said(403, "{\"code\":\"forbidden\"}");
        if (!adds || !clean) return new Said(422, "{\"code\":\"invalid\"}");
        firstContents.putIfAbsent(key(refund, receipt), receipt);
        return new Said(202, "{\"status\":\"accepted\"}");
    }

    private static String key(boolean refund, JsonNode receipt) {
        return refund
                + receipt.path("store").asText()
                + receipt.path("terminal").asText()
                + receipt.path("receipt").asText();
    }

    private static String key(Truth truth) {
        return truth.refund() == null
                ? false
                        + truth.purchase().store()
                        + truth.purchase().terminal()
                        + truth.purchase().receipt()
                : true
                        + truth.refund().store()
                        + truth.refund().terminal()
                        + truth.refund().receipt();
    }

    private static long refunded(JsonNode refund) {
        long sum = 0;
        for (JsonNode line : refund.path("lines")) sum += line.path("amount").asLong();
        return sum;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException cut) {
            return JSON.createObjectNode();
        }
    }
}
