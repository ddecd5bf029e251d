package io.regulars.loyalty.programme.check;

import java.util.Set;

/** What the shops sell and where, as far as it is known; null: not known, so nothing is refused for it. */
public record Catalogue(
        Set<String> skus,
        Set<String> categories,
        Set<String> brands,
        Set<String> collections,
        Set<String> labels,
        Set<String> stores) {

    public static final Catalogue UNKNOWN = new Catalogue(null, null, null, null, null, null);
}
