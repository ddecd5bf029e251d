package io.regulars.local.simulator.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.local.simulator.till.PretendGateway.Asked;
import io.regulars.local.simulator.till.PretendGateway.Said;
import io.regulars.local.simulator.town.Act;
import io.regulars.local.simulator.town.Flaw;
import io.regulars.local.simulator.town.Slip;
import io.regulars.local.simulator.town.Town;
import io.regulars.local.simulator.town.TownOptions;
import io.regulars.local.truth.Truth;
import io.regulars.local.truth.Truth.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a hasty till gives up after a fraction of a second")
class TillClientTest {
    private static final List<Act> ACTS =
            Town.day(TownOptions.of(5, "r1", LocalDate.of(2026, 11, 21)).withReceipts(200));
    private static final Said RECORDED = new Said(202, "{\"status\":\"accepted\"}");
    private static final Said BUSY = new Said(503, "{\"code\":\"unavailable\"}");
    private static final Retries HASTY =
            new Retries(Duration.ofSeconds(10), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(20));
    private static final Retries IMPATIENT =
            new Retries(Duration.ofMillis(400), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(20));

    private final List<Truth> written = new CopyOnWriteArrayList<>();
    private final Tally tally = new Tally();
    private final CountDownLatch over = new CountDownLatch(1);
    private PretendGateway gateway;

    @AfterEach
    void close() {
        over.countDown();
        gateway.close();
    }

    @Test
    void what_is_accepted_is_certain() {
        TillClient till = till(asked -> RECORDED);
        Slip slip = slips().findFirst().orElseThrow();

        assertTrue(till.post(slip, Duration.ZERO).join().isOk());

        assertEquals(List.of(Outcome.OK), outcomes());
        assertEquals(slip.id().toString(), written.get(0).receiptId());
        assertEquals(slip.purchase(), written.get(0).purchase());
        assertEquals("Bearer key", gateway.asked().get(0).credential());
        assertNull(gateway.asked().get(0).prefer());
    }

    @Test
    void an_attempt_without_certainty_is_made_again_word_by_word() {
        AtomicInteger tries = new AtomicInteger();
        TillClient till = till(
                asked -> switch (tries.getAndIncrement()) {
                    case 0 -> BUSY;
                    case 1 -> new Said(0, "");
                    case 2 -> silence();
                    default -> RECORDED;
                },
                IMPATIENT);

        assertTrue(till.post(slips().findFirst().orElseThrow(), Duration.ZERO)
                .join()
                .isOk());

        int last = written.size() - 1;
        assertTrue(last >= 3 && outcomes().subList(0, last).stream().allMatch(each -> each == Outcome.UNKNOWN));
        assertEquals(Outcome.OK, outcomes().get(last));
        assertEquals(last, tally.answers(Outcome.UNKNOWN));
        assertEquals(1, gateway.asked().stream().map(Asked::body).distinct().count());
    }

    @Test
    void a_till_that_hangs_up_knows_nothing() {
        TillClient till = till(asked -> silence());
        assertTrue(till.hangUp(slips().findFirst().orElseThrow()).join().isUnknown());
        assertEquals(List.of(Outcome.UNKNOWN), outcomes());
    }

    @Test
    void a_cashier_may_wait_for_the_outcome() {
        TillClient till = till(asked -> new Said(200, "{\"status\":\"applied\"}"));
        assertTrue(till.post(slips().findFirst().orElseThrow(), Duration.ofSeconds(2))
                .join()
                .isApplied());
        assertEquals("wait=2", gateway.asked().get(0).prefer());
    }

    @Test
    void a_till_gives_up_when_its_patience_ends() {
        TillClient till = till(asked -> BUSY, HASTY.withPatience(Duration.ofMillis(200)));

        assertTrue(till.post(slips().findFirst().orElseThrow(), Duration.ZERO)
                .join()
                .isUnknown());

        assertTrue(!written.isEmpty() && outcomes().stream().allMatch(outcome -> outcome == Outcome.UNKNOWN));
    }

    @Test
    void nobody_listening_is_no_refusal() {
        TillClient till = till(asked -> RECORDED, HASTY.withPatience(Duration.ZERO));
        gateway.close();

        assertTrue(till.post(slips().findFirst().orElseThrow(), Duration.ZERO)
                .join()
                .isUnknown());
        assertEquals(0, written.get(0).status());
    }

    @Test
    void a_refusal_does_not_settle_an_attempt_that_may_have_worked() {
        AtomicInteger tries = new AtomicInteger();
        TillClient till = till(asked -> tries.getAndIncrement() == 0 ? BUSY : new Said(401, "{}"));

        till.post(slips().findFirst().orElseThrow(), Duration.ZERO).join();

        assertEquals(List.of(Outcome.UNKNOWN, Outcome.UNKNOWN), outcomes());
        till.postAgain(slips().findFirst().orElseThrow(), Duration.ZERO).join();
        assertEquals(Outcome.UNKNOWN, written.get(2).outcome());
    }

    @Test
    void broken_receipts_are_broken_on_the_wire_each_in_its_way() {
        TillClient till = till(asked -> new Said(422, "{\"code\":\"invalid\"}"));
        Slip sound = slips().findFirst().orElseThrow();
        String whole = new String(Bodies.of(sound), StandardCharsets.UTF_8);

        for (Flaw flaw : Flaw.values()) {
            till.post(new Slip(sound.shopper(), sound.purchase(), null, flaw), Duration.ZERO)
                    .join();
            String sent = gateway.asked().get(gateway.asked().size() - 1).body();
            assertEquals(flaw == Flaw.STORE_OF_SOMEBODY_ELSE, sent.equals(whole), flaw.name());
        }

        assertEquals(
                Flaw.values().length,
                gateway.asked().stream().map(Asked::body).distinct().count());
        assertTrue(outcomes().stream().allMatch(outcome -> outcome == Outcome.REFUSED));
    }

    @Test
    void a_delivery_is_written_down_receipt_by_receipt() {
        List<Slip> kept = slips().limit(3).toList();
        TillClient till = till(asked -> new Said(
                202, "{\"data\":[%s,{\"problem\":{\"status\":422}},%s]}".formatted(RECORDED.body(), RECORDED.body())));

        till.deliver(kept, true, false).join();

        assertEquals(List.of(Outcome.OK, Outcome.REFUSED, Outcome.OK), outcomes());
        assertEquals("application/x-ndjson", gateway.asked().get(0).type());
        assertEquals(3, gateway.asked().get(0).body().split("\n").length);
        till.deliver(kept, false, true).join();
        JsonNode array = Bodies.read(gateway.asked().get(1).body().getBytes(StandardCharsets.UTF_8));
        assertEquals("purchase", array.get(0).get("type").asText());
    }

    @Test
    void an_opt_in_carries_one_key_through_all_its_attempts() {
        AtomicInteger tries = new AtomicInteger();
        Said joined = new Said(201, "{\"customerId\":\"0190a1b2-0000-7000-8000-000000000000\"}");
        TillClient till = till(asked -> tries.getAndIncrement() == 0 ? BUSY : joined);
        Act.Enrol enrol = ACTS.stream()
                .filter(Act.Enrol.class::isInstance)
                .map(Act.Enrol.class::cast)
                .filter(each -> each.enrolledAt() != null)
                .findFirst()
                .orElseThrow();

        till.enrol(enrol).join();

        assertNotNull(gateway.asked().get(0).idempotencyKey());
        assertEquals(
                gateway.asked().get(0).idempotencyKey(), gateway.asked().get(1).idempotencyKey());
        assertEquals("Bearer office", gateway.asked().get(0).credential());
        assertEquals(
                "0190a1b2-0000-7000-8000-000000000000",
                written.get(1).enrolment().customerId());
    }

    @Test
    void being_a_member_already_is_nothing_to_write_down() {
        TillClient till = till(asked -> new Said(409, "{\"code\":\"already_member\"}"));
        till.enrol((Act.Enrol) ACTS.stream()
                        .filter(Act.Enrol.class::isInstance)
                        .findFirst()
                        .orElseThrow())
                .join();
        assertTrue(written.isEmpty());
    }

    private Said silence() {
        try {
            over.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return BUSY;
    }

    private TillClient till(Function<Asked, Said> script) {
        return till(script, HASTY);
    }

    private TillClient till(Function<Asked, Said> script, Retries retries) {
        gateway = new PretendGateway(script);
        return new TillClient(new Gateway(gateway.url(), "key", "office"), retries, tally, written::add);
    }

    private List<Outcome> outcomes() {
        return written.stream().map(Truth::outcome).toList();
    }

    private static Stream<Slip> slips() {
        return ACTS.stream()
                .filter(Act.Post.class::isInstance)
                .map(act -> ((Act.Post) act).slip())
                .filter(slip -> slip.refund() == null && !slip.isFlawed());
    }
}
