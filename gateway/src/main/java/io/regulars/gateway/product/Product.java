package io.regulars.gateway.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** Something that is sold: its article number, and the words by which rules of programmes may name it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Product(String sku, String name, String category, String brand, String collection, List<String> labels) {}
