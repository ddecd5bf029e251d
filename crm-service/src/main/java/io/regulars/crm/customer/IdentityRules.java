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
     * @param whose whose it is, or null when none of the identifiers was ever seen
     * @param others owners of the remaining identifiers; these stay where they are
     * @param unknown identifiers seen for the first time, to be linked to that side of the customer
     */
    public record Verdict(Whose whose, List<UUID> others, List<Mention> unknown) {}

    /**
     * Who holds a thing may be somebody else than who was seen with it before: what names a person and was never seen is
     * not given to another person because of a device or a cookie.
     *
     * @param named the customer named by id, or null; {@code owners} answers nobody for what was never seen
     * @param isPerson whether a customer is known by more than the things she holds
     */
    public static Verdict weigh(
            Whose named, List<Mention> mentions, Function<Mention, List<Whose>> owners, Predicate<UUID> isPerson) {
        Whose winner = named;
        boolean byThings = named == null;
        List<UUID> others = List.of();
        List<Mention> unknown = List.of();
        for (Mention mention : mentions) {
            List<Whose> customers = owners.apply(mention);
            if (customers.isEmpty() && mention.whyNot() == null) unknown = with(unknown, mention);
            for (Whose whose : customers) {
                byThings &= mention.type().isWeak();
                if (winner == null) winner = whose;
                else others = withAnother(others, winner.customerId(), whose.customerId());
            }
        }
        if (winner != null && byThings && isPerson.test(winner.customerId()) && namesSomebody(unknown)) {
            return new Verdict(null, with(others, winner.customerId()), unknown);
        }
        return new Verdict(winner, others, unknown);
    }

    private static boolean namesSomebody(List<Mention> unknown) {
        for (Mention mention : unknown) if (!mention.type().isWeak()) return true;
        return false;
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
