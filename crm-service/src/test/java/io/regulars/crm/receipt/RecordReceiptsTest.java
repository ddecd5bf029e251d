package io.regulars.crm.receipt;

import static io.regulars.crm.receipt.Posting.aPurchase;
import static io.regulars.crm.receipt.Posting.aRefundOf;
import static io.regulars.crm.receipt.Posting.aVoidOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.crm.customer.Identities;
import io.regulars.crm.customer.RememberedCustomers;
import io.regulars.events.CustomerRef;
import io.regulars.events.Event;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.ReceiptConflicted;
import io.regulars.events.TouchpointEvent.ReceiptRepeated;
import io.regulars.platform.journal.Fact;
import io.regulars.platform.journal.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class RecordReceiptsTest {

    private static final CustomerRef ANA = CustomerRef.card("ana");

    private final RememberedReceipts receipts = new RememberedReceipts();
    private final RememberedCustomers town = new RememberedCustomers();
    private final Facts facts = new Facts(Posting.NOW);

    @Test
    void a_receipt_is_recorded_without_its_customers_identifiers() {
        post(aPurchase(1).by(ANA));

        PurchaseRecorded recorded = said(PurchaseRecorded.class).get(0);
        assertNull(recorded.purchase().customer());
        assertEquals(recorded.customerId(), recorded.subject());
    }

    @Test
    void the_same_receipt_again_has_no_effect_and_is_counted() {
        Posting purchase = aPurchase(1).by(ANA);
        post(purchase, purchase.posted(2));
        post(purchase.posted(3));

        assertEquals(1, said(PurchaseRecorded.class).size());
        assertEquals(2, said(ReceiptRepeated.class).size());
        assertEquals(2, receipts.repeats.get(purchase.id()));
    }

    @Test
    void another_content_is_a_conflict_and_the_first_stands() {
        post(aPurchase(1).by(ANA));
        post(
                aPurchase(1).by(ANA).of(77_00),
                aPurchase(1).by(CustomerRef.card("ben")).posted(2));

        assertEquals(1, said(PurchaseRecorded.class).size());
        assertEquals(2, said(ReceiptConflicted.class).size());
        assertEquals(2, receipts.conflicts.get(aPurchase(1).id()));
        assertEquals(1, town.customers(), "a conflicting receipt makes nobody a customer");
    }

    @Test
    void reading_the_same_records_again_changes_nothing() {
        Posting purchase = aPurchase(1).by(ANA);
        List<Posting> all = List.of(
                aRefundOf(1, 9),
                purchase,
                purchase.posted(2),
                purchase.of(5),
                aRefundOf(1, 9).posted(3));
        all.forEach(this::post);
        List<Fact> once = List.copyOf(facts.said());

        post(all.toArray(Posting[]::new));
        all.forEach(this::post);

        assertEquals(once, facts.said());
        assertEquals(1, receipts.repeats.get(purchase.id()));
    }

    @Test
    void a_refund_belongs_to_whom_its_purchase_belongs_to() {
        post(aPurchase(1).by(ANA));
        post(aRefundOf(1, 9).by(CustomerRef.card("ben")));

        UUID ana = said(PurchaseRecorded.class).get(0).customerId();
        assertEquals(ana, said(PurchaseRefunded.class).get(0).customerId());
        assertEquals(1, town.customers());
    }

    @Test
    void a_refund_that_comes_first_waits_for_its_purchase() {
        post(aRefundOf(1, 9), aRefundOf(1, 10));
        post(aRefundOf(1, 9).posted(3));
        assertTrue(said(PurchaseRefunded.class).isEmpty());
        assertEquals(2, receipts.waiting.size());

        post(aPurchase(1).by(ANA));

        assertEquals(2, said(PurchaseRefunded.class).size());
        assertEquals(
                said(PurchaseRecorded.class).get(0).customerId(),
                said(PurchaseRefunded.class).get(0).customerId());
        assertTrue(receipts.waiting.isEmpty());
        assertEquals(
                Receipt.Status.APPLIED,
                receipts.receipts.get(aRefundOf(1, 9).id()).status());
    }

    @Test
    void a_refund_that_names_somebody_or_no_purchase_does_not_wait() {
        post(aRefundOf(1, 9).by(ANA), aRefundOf(0, 10));

        assertEquals(2, said(PurchaseRefunded.class).size());
        assertTrue(receipts.waiting.isEmpty());
    }

    @Test
    void a_void_belongs_to_whom_its_purchase_belongs_to_and_waits_for_it() {
        post(aVoidOf(1), aVoidOf(2));
        assertTrue(said(PurchaseVoided.class).isEmpty());

        post(aPurchase(1).by(ANA));
        post(aVoidOf(1).posted(2), aVoidOf(1).of(5));

        PurchaseVoided undone = said(PurchaseVoided.class).get(0);
        assertEquals(said(PurchaseRecorded.class).get(0).customerId(), undone.customerId());
        assertEquals(aPurchase(1).id(), undone.purchaseId());
        assertNull(undone.voiding().reason());
        assertEquals(1, said(PurchaseVoided.class).size());
        assertEquals(2, said(ReceiptRepeated.class).size());
        assertEquals(1, receipts.waiting.size(), "the purchase of the other has not come");
    }

    @Test
    void a_void_again_is_a_repeat_whatever_its_time_and_reason() {
        post(aVoidOf(1), aVoidOf(1).of(5));
        post(aVoidOf(1).of(6).posted(2));
        post(aPurchase(1).by(ANA));
        post(aVoidOf(1).of(7).posted(3));

        assertEquals(1, said(PurchaseVoided.class).size());
        assertEquals(3, said(ReceiptRepeated.class).size());
        assertTrue(said(ReceiptConflicted.class).isEmpty());
    }

    @Test
    void an_anonymous_purchase_and_its_refund_share_one_subject() {
        post(aRefundOf(1, 9));
        post(aPurchase(1));

        assertEquals(aPurchase(1).id(), said(PurchaseRecorded.class).get(0).subject());
        assertEquals(aPurchase(1).id(), said(PurchaseRefunded.class).get(0).subject());
    }

    @Test
    void the_size_of_batches_does_not_matter() {
        for (int seed = 0; seed < 300; seed++) {
            List<Posting> postings = aDay(new Random(seed));
            RecordReceiptsTest atOnce = new RecordReceiptsTest().posted(postings, postings::size);
            Random sizes = new Random(seed + 5_000);
            RecordReceiptsTest inParts = new RecordReceiptsTest().posted(postings, () -> 1 + sizes.nextInt(9));

            assertEquals(atOnce.facts.said(), inParts.facts.said(), "seed " + seed);
            assertEquals(atOnce.receipts.repeats, inParts.receipts.repeats, "seed " + seed);
            assertEquals(atOnce.receipts.conflicts, inParts.receipts.conflicts, "seed " + seed);
        }
    }

    @Test
    void every_receipt_is_answered_once_in_any_order() {
        for (int seed = 0; seed < 300; seed++) {
            List<Posting> postings = aDay(new Random(seed));
            RecordReceiptsTest day = new RecordReceiptsTest().posted(postings, () -> 3);
            long receipts = postings.stream().map(Posting::id).distinct().count();
            long recorded = day.said(PurchaseRecorded.class).size()
                    + day.said(PurchaseRefunded.class).size()
                    + day.said(PurchaseVoided.class).size();
            long again = postings.stream().distinct().count() - receipts;

            assertEquals(receipts, recorded + day.receipts.waiting.size(), "seed " + seed);
            assertEquals(
                    again,
                    day.said(ReceiptRepeated.class).size()
                            + day.said(ReceiptConflicted.class).size());
            assertEquals(
                    day.facts.said().size(),
                    day.facts.said().stream().map(Fact::eventId).distinct().count());
        }
    }

    private static List<Posting> aDay(Random random) {
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Posting posting = random.nextInt(3) > 0
                    ? aPurchase(1 + random.nextInt(8))
                    : random.nextInt(4) == 0
                            ? aVoidOf(1 + random.nextInt(8))
                            : aRefundOf(random.nextInt(9), 100 + random.nextInt(8));
            if (random.nextBoolean()) posting = posting.by(CustomerRef.card("c" + random.nextInt(4)));
            postings.add(posting.posted(i));
            if (random.nextInt(4) == 0) postings.add(postings.get(random.nextInt(postings.size())));
            if (random.nextInt(4) == 0)
                postings.add(postings.get(random.nextInt(postings.size())).posted(1_000 + i));
        }
        return postings;
    }

    private RecordReceiptsTest posted(List<Posting> postings, IntSupplier size) {
        for (int from = 0, to; from < postings.size(); from = to) {
            to = Math.min(postings.size(), from + size.getAsInt());
            post(postings.subList(from, to).toArray(Posting[]::new));
        }
        return this;
    }

    /** One batch. */
    private void post(Posting... postings) {
        ReceiptBook book = receipts.open();
        Identities identities = town.open(facts);
        RecordReceipts record = new RecordReceipts(book, identities, facts);
        for (Posting posting : postings) posting.to(record);
        receipts.keep(book);
        town.keep(identities);
    }

    private <E extends Event> List<E> said(Class<E> kind) {
        return facts.said().stream()
                .map(Fact::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
