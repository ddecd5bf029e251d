package io.regulars.loyalty.receipt;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** What came back; {@code line} is the original's, if the till said it. Stored as {@code [line, sku, amount]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"line", "sku", "amount"})
public record RefundLine(Integer line, String sku, long amount) {}
