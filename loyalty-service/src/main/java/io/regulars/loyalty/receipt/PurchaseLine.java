package io.regulars.loyalty.receipt;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** What was paid for a line and the points it is worth. Stored as {@code [line, sku, amount, points]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"line", "sku", "amount", "points"})
public record PurchaseLine(int line, String sku, long amount, long points) {}
