package io.regulars.crm.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Who is meant when several identifiers stand on one receipt: id, then card, external, e-mail, phone. */
public final class IdentityRules {

    private IdentityRules() {}

    /**
     * @param whose whose it is, or null when none of the identifiers was ever seen
     * @param others owners of the remaining identifiers; these stay where they are
     * @param unknown identifiers seen for the first time, to be linked to that side of the customer
     */
    public record Verdict(Whose whose, List<UUID> others, List<Identifier> unknown) {}

    /** @param named the customer named by id, or null; {@code owner} answers null for what was never seen */
    public static Verdict weigh(Whose named, List<Identifier> identifiers, Function<Identifier, Whose> owner) {
        Whose winner = named;
        List<UUID> others = List.of();
        List<Identifier> unknown = List.of();
        for (Identifier identifier : identifiers) {
            Whose whose = owner.apply(identifier);
            if (whose == null) unknown = with(unknown, identifier);
            else if (winner == null) winner = whose;
            else others = withAnother(others, winner.customerId(), whose.customerId());
        }
        return new Verdict(winner, others, unknown);
    }

    private static List<UUID> withAnother(List<UUID> others, UUID winner, UUID customer) {
        return customer.equals(winner) || others.contains(customer) ? others : with(others, customer);
    }

    private static <T> List<T> with(List<T> some, T another) {
        List<T> more = some.isEmpty() ? new ArrayList<>(4) : some;
        more.add(another);
        return more;
    }
}
