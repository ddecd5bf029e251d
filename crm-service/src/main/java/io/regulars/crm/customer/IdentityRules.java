package io.regulars.crm.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Who is meant when several identifiers stand on one receipt: id, then card, external, e-mail, phone. */
public final class IdentityRules {

    private IdentityRules() {}

    /**
     * @param customerId whose it is, or null when none of the identifiers was ever seen
     * @param others owners of the remaining identifiers; these stay where they are
     * @param unknown identifiers seen for the first time, to be linked to the customer
     */
    public record Verdict(UUID customerId, List<UUID> others, List<Identifier> unknown) {}

    /** @param named the customer named by id, or null; {@code owner} answers null for what was never seen */
    public static Verdict weigh(UUID named, List<Identifier> identifiers, Function<Identifier, UUID> owner) {
        UUID winner = named;
        List<UUID> others = List.of();
        List<Identifier> unknown = List.of();
        for (Identifier identifier : identifiers) {
            UUID customer = owner.apply(identifier);
            if (customer == null) unknown = with(unknown, identifier);
            else if (winner == null) winner = customer;
            else if (!winner.equals(customer) && !others.contains(customer)) others = with(others, customer);
        }
        return new Verdict(winner, others, unknown);
    }

    private static <T> List<T> with(List<T> some, T another) {
        List<T> more = some.isEmpty() ? new ArrayList<>(4) : some;
        more.add(another);
        return more;
    }
}
