package io.regulars.loyalty.refund.takeback;

/** A line as it was bought; number 0 stands for a receipt without lines that were paid for. */
public record SoldLine(int line, String sku, long amount) {}
