package io.regulars.loyalty.refund.takeback;

/** Goods that came back, as the till says: by line, or by sku alone; line 0 is a receipt on which nothing was sold. */
public record BroughtBack(Integer line, String sku, long amount) {

    public static final BroughtBack WHOLE = new BroughtBack(0, null, 0);

    boolean isWhole() {
        return equals(WHOLE);
    }
}
