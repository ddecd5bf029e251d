package io.regulars.loyalty.merge;

import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.platform.database.Tx;
import io.regulars.platform.view.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The one place where it is decided of whom a fact is: before anything of it is looked at. */
@ApplicationScoped
public class FollowAliases {

    private final Aliases aliases;
    private final MovedReceipts receipts;

    FollowAliases(Aliases aliases, MovedReceipts receipts) {
        this.aliases = aliases;
        this.receipts = receipts;
    }

    /** Asked now, read later; whoever asks holds the programmes. */
    public Supplier<Followed> asked(Tx tx, List<Told> batch) {
        Supplier<Map<UUID, UUID>> whose = aliases.asked(tx, WhoseFacts.customers(batch), WhoseFacts.identifiers(batch));
        return () -> Followed.of(batch, new WhoseFacts(whose.get()));
    }

    /** Keeps under which other name purchases were told; almost always there is nothing to keep. */
    public void keepSides(Tx tx, Followed followed) {
        if (!followed.sides().isEmpty()) receipts.keepSides(tx, followed.sides());
    }

    /** @param sides purchases that were told of another name of their buyer, and which */
    public record Followed(List<Told> facts, Map<UUID, UUID> sides) {

        static Followed of(List<Told> batch, WhoseFacts whose) {
            List<Told> facts = whose.all(batch);
            if (facts == batch) return new Followed(batch, Map.of());
            Map<UUID, UUID> sides = new HashMap<>();
            for (Told told : batch) {
                UUID other = whose.otherName(told.event());
                if (other != null && told.event() instanceof PurchaseRecorded it) sides.put(it.purchaseId(), other);
            }
            return new Followed(facts, sides);
        }
    }
}
