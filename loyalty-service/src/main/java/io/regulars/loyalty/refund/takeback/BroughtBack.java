package io.regulars.loyalty.refund.takeback;

/** Goods that came back, as the till says: by line, or by sku alone. */
public record BroughtBack(Integer line, String sku, long amount) {}
