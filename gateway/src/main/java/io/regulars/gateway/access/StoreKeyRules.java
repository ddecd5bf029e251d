package io.regulars.gateway.access;

import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import java.util.List;

/** What a store key may be made for. */
final class StoreKeyRules {

    private static final int MOST_STORES = 1_000;

    private StoreKeyRules() {}

    static void check(Flaws flaws, StoreKeyResource.Wanted wanted) {
        flaws.check(TextRules.text(wanted.name(), 100), "/name");
        if (wanted.scopes() != null) {
            boolean known = !wanted.scopes().isEmpty() && Scopes.ALL.containsAll(wanted.scopes());
            flaws.check(known ? null : "must be some of record, lookup, redeem", "/scopes");
        }
        stores(flaws, wanted.stores());
    }

    private static void stores(Flaws flaws, List<String> stores) {
        if (stores == null || stores.isEmpty()) flaws.check("must name at least one store", "/stores");
        else if (stores.size() > MOST_STORES) flaws.check("must not name more than " + MOST_STORES, "/stores");
        else for (int i = 0; i < stores.size(); i++) flaws.check(TextRules.id(stores.get(i)), "/stores", i, "");
    }
}
