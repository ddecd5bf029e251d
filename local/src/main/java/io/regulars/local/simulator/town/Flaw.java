package io.regulars.local.simulator.town;

/** How a till that is broken, or a line that is, garbles a purchase. */
public enum Flaw {
    CUT_SHORT(false),
    WRONG_TOTAL(true),
    NEGATIVE_LINE(true),
    FRACTION_OF_A_CENT(true),
    NO_SUCH_CURRENCY(true),
    UNKNOWN_FIELD(true),
    NO_DATE(true),
    FROM_THE_FUTURE(true),
    STORE_OF_SOMEBODY_ELSE(true);

    private final boolean fitsABatch;

    Flaw(boolean fitsABatch) {
        this.fitsABatch = fitsABatch;
    }

    /** Whether it spoils itself only, or everything it is sent with. */
    boolean fitsABatch() {
        return fitsABatch;
    }
}
