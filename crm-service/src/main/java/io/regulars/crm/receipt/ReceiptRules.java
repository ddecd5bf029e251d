package io.regulars.crm.receipt;

import java.util.Arrays;

/** What a posted receipt is: told for the first time, told again, or told differently. And whose a refund is. */
final class ReceiptRules {

    private ReceiptRules() {}

    enum Verdict {
        FIRST,
        REPEATED,
        CONFLICTED
    }

    enum Owner {
        THE_ORIGINALS,
        ITS_OWN,
        NOT_YET_KNOWN
    }

    static Verdict judge(Receipt known, byte[] content) {
        if (known == null || !known.arrived()) return Verdict.FIRST;
        return Arrays.equals(known.content(), content) ? Verdict.REPEATED : Verdict.CONFLICTED;
    }

    /** A refund follows its purchase; on its own it stands when it names somebody, or when it names no purchase. */
    static Owner ownerOf(boolean namesOriginal, Receipt original, boolean namesCustomer) {
        if (original != null && original.arrived()) return Owner.THE_ORIGINALS;
        return namesCustomer || !namesOriginal ? Owner.ITS_OWN : Owner.NOT_YET_KNOWN;
    }
}
