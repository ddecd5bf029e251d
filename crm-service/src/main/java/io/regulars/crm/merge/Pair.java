package io.regulars.crm.merge;

import io.regulars.crm.customer.CustomerNames;
import io.regulars.crm.customer.Tree;
import io.regulars.crm.customer.Trees;
import io.regulars.crm.customer.Whose;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two customers who may be made one: the survivor's tree and the other's. */
record Pair(Tree survivor, Tree merged) {

    /** Refuses what cannot be merged. */
    static Pair named(Tx tx, CustomerNames names, Trees trees, String survivor, String with) {
        Whose named = names.whose(tx, survivor);
        Tree one = trees.of(tx, named.customerId());
        if (!one.known()) throw CustomerNames.unknown();
        Whose second = other(tx, names, with);
        Tree other = trees.of(tx, second.customerId());
        if (!other.known()) throw nobody();
        if (named.side().equals(second.side())) {
            throw Refusal.invalid("/with", "Nobody can be merged with herself.");
        }
        if (one.root().equals(other.root())) {
            throw Refusal.of(Code.CONFLICT, "/with", "These two are one customer already.");
        }
        return new Pair(one, other);
    }

    private static Whose other(Tx tx, CustomerNames names, String with) {
        try {
            return names.whose(tx, with);
        } catch (Refusal unknown) {
            throw nobody();
        }
    }

    private static Refusal nobody() {
        return Refusal.invalid("/with", "There is no such customer.");
    }

    List<UUID> all() {
        List<UUID> all = new ArrayList<>(survivor.sides());
        all.addAll(merged.sides());
        return all;
    }
}
