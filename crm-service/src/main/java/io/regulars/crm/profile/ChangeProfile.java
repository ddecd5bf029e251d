package io.regulars.crm.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.crm.customer.CustomerNames;
import io.regulars.crm.profile.Profiles.Kept;
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
    private final CustomerNames names;
    private final Profiles profiles;
    private final TellShared tellShared;
    private final Standing standing;
    private final Clock clock;

    ChangeProfile(
            Database database,
            CustomerNames names,
            Profiles profiles,
            TellShared tellShared,
            Standing standing,
            Clock clock) {
        this.database = database;
        this.names = names;
        this.profiles = profiles;
        this.tellShared = tellShared;
        this.standing = standing;
        this.clock = clock;
    }

    /** {@code by} is the credential of who asks. */
    record Wish(JsonNode patch, String by, String traceparent) {}

    record Changed(UUID customerId, Profile profile) {}

    /** @param name the customer's id, {@code card:…} or {@code external:…} */
    Changed change(String name, Wish wish) {
        standing.refuseInRecovery();
        return database.untilDone(tx -> change(tx, name, wish));
    }

    private Changed change(Tx tx, String name, Wish wish) {
        UUID customerId = names.idOf(tx, name);
        Kept before = profiles.hold(tx, customerId).orElseThrow(CustomerNames::unknown);
        Profile after = ProfileRules.patched(before.profile(), wish.patch());
        Cause cause = Cause.command(UUID.randomUUID(), clock.now(), wish.traceparent());
        tellShared.store(tx, List.of(new Kept(customerId, after, before.shared())), cause);
        if (!after.equals(before.profile())) profiles.changed(tx, customerId, wish.by(), cause.recordedAt());
        return new Changed(customerId, after);
    }
}
