package io.regulars.loyalty.membership;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.standing.Days;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a fold needs to know of a member; the less, the faster. */
public interface Needed {

    Rulebook rules();

    /** The parts of their life. */
    List<Days> days(Stored member);

    /** The limits that may be asked. */
    Set<Key> limits(Stored member);

    /** All that their points are made of: something may be taken out, or starts or ends by itself. */
    boolean lots(UUID customerId, Collection<Wallet> wallets);

    /** The tiers they were in. */
    boolean history(UUID customerId);

    /** What is shared of them, in programmes whose rules ask: of no use to who does not judge by rules. */
    default boolean person() {
        return true;
    }
}
