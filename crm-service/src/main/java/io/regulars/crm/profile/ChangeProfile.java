package io.regulars.crm.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.crm.customer.CustomerNames;
import io.regulars.crm.customer.MergeLock;
import io.regulars.crm.customer.Trees;
import io.regulars.crm.customer.Whose;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.health.Standing;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Somebody says something of a person, or takes it back. Said twice it is as if it were said once. */
@ApplicationScoped
class ChangeProfile {

    private final Database database;
    private final MergeLock mergeLock;
    private final CustomerNames names;
    private final Trees trees;
    private final Profiles profiles;
    private final TellShared tellShared;
    private final Standing standing;
    private final Clock clock;

    ChangeProfile(
            Database database,
            MergeLock mergeLock,
            CustomerNames names,
            Trees trees,
            Profiles profiles,
            TellShared tellShared,
            Standing standing,
            Clock clock) {
        this.database = database;
        this.mergeLock = mergeLock;
        this.names = names;
        this.trees = trees;
        this.profiles = profiles;
        this.tellShared = tellShared;
        this.standing = standing;
        this.clock = clock;
    }

    /** {@code by} is the credential of who asks. */
    record Wish(JsonNode patch, String by, Source source, String traceparent) {}

    record Changed(UUID customerId, Profile profile) {}

    /** @param name the customer's id, {@code card:…} or {@code external:…} */
    Changed change(String name, Wish wish) {
        standing.refuseInRecovery();
        return database.untilDone(tx -> change(tx, name, wish));
    }

    private Changed change(Tx tx, String name, Wish wish) {
        mergeLock.besideOthers(tx);
        Whose whose = names.whose(tx, name);
        Kept root = profiles.hold(tx, whose.customerId()).orElseThrow(CustomerNames::unknown);
        List<Kept> sides = profiles.of(tx, trees.of(tx, whose.customerId()).sides());
        Profile before = SurvivorshipRules.of(sides).profile();
        Profile after = ProfileRules.patched(before, wish.patch());
        Cause cause = Cause.command(UUID.randomUUID(), clock.now(), wish.traceparent());
        if (!after.equals(before)) say(tx, whose.side(), sides, after, wish, cause);
        tellShared.store(tx, List.of(root), cause);
        return new Changed(whose.customerId(), after);
    }

    /** What is said under a name is said of that side: it goes with her if a merge is undone. */
    private void say(Tx tx, UUID side, List<Kept> sides, Profile after, Wish wish, Cause cause) {
        Kept target = sides.stream()
                .filter(each -> each.side().equals(side))
                .findFirst()
                .orElse(Kept.nothing(side));
        Kept said = SurvivorshipRules.said(target, sides, after, wish.source(), cause.recordedAt());
        profiles.say(tx, said, wish.by(), cause.recordedAt());
    }
}
