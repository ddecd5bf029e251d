package io.regulars.crm.receipt;

import java.util.Arrays;
import java.util.UUID;

/** What a posted receipt is: told for the first time, told again, or told differently. And whose a refund is. */
final class ReceiptRules {

    private ReceiptRules() {}

    enum Verdict {
        FIRST,
        REPEATED,
        CONFLICTED,
        /** Not the till said it twice: we read the same record again. */
        READ_AGAIN
    }

    enum Owner {
        THE_ORIGINALS,
        ITS_OWN,
        NOT_YET_KNOWN
    }

    /** @param echoed whether the record {@code eventId} has already counted as a repeat or a conflict */
    static Verdict judge(Receipt known, byte[] content, UUID eventId, boolean echoed) {
        if (known == null || !known.arrived()) return Verdict.FIRST;
        if (echoed || eventId.equals(known.eventId())) return Verdict.READ_AGAIN;
        return Arrays.equals(known.content(), content) ? Verdict.REPEATED : Verdict.CONFLICTED;
    }

    /** A refund follows its purchase; on its own it stands when it names somebody, or when it names no purchase. */
    static Owner ownerOf(boolean namesOriginal, Receipt original, boolean namesCustomer) {
        if (original != null && original.arrived()) return Owner.THE_ORIGINALS;
        return namesCustomer || !namesOriginal ? Owner.ITS_OWN : Owner.NOT_YET_KNOWN;
    }
}
