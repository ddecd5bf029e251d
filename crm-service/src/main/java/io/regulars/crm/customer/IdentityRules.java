package io.regulars.crm.customer;

import io.regulars.crm.identifier.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who is meant when several identifiers stand on one receipt: the id, then the first by priority. */
public final class IdentityRules {

    private IdentityRules() {}

    /**
     * @param customerId whose it is, or null when none of the identifiers was ever seen
     * @param others owners of the remaining identifiers; these stay where they are
     * @param unknown identifiers seen for the first time, to be linked to the customer
     */
    public record Verdict(UUID customerId, List<UUID> others, List<Mention> unknown) {}

    /**
     * Who holds a thing may be somebody else than who was seen with it before: what names a person and was never seen is
     * not given to another person because of a device or a cookie.
     *
     * @param named the customer named by id, or null; {@code owners} answers nobody for what was never seen
     * @param isPerson whether a customer is known by more than the things she holds
     */
    public static Verdict weigh(
            UUID named, List<Mention> mentions, Function<Mention, List<UUID>> owners, Predicate<UUID> isPerson) {
        UUID winner = named;
        boolean byThings = named == null;
        List<UUID> others = List.of();
        List<Mention> unknown = List.of();
        for (Mention mention : mentions) {
            List<UUID> customers = owners.apply(mention);
            if (customers.isEmpty() && mention.whyNot() == null) unknown = with(unknown, mention);
            for (UUID customer : customers) {
                byThings &= mention.type().isWeak();
                if (winner == null) winner = customer;
                else if (!winner.equals(customer) && !others.contains(customer)) others = with(others, customer);
            }
        }
        if (winner != null && byThings && isPerson.test(winner) && namesSomebody(unknown)) {
            return new Verdict(null, with(others, winner), unknown);
        }
        return new Verdict(winner, others, unknown);
    }

    private static boolean namesSomebody(List<Mention> unknown) {
        for (Mention mention : unknown) if (!mention.type().isWeak()) return true;
        return false;
    }

    private static <T> List<T> with(List<T> some, T another) {
        List<T> more = some.isEmpty() ? new ArrayList<>(4) : some;
        more.add(another);
        return more;
    }
}
