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

    record Changed(UUID customerId, Profile profile) {}

    /** @param name the customer's id, {@code card:…} or {@code external:…} */
    Changed change(String name, JsonNode patch, String traceparent) {
        standing.refuseInRecovery();
        return database.untilDone(tx -> change(tx, name, patch, traceparent));
    }

    private Changed change(Tx tx, String name, JsonNode patch, String traceparent) {
        UUID customerId = names.idOf(tx, name);
        Kept before = profiles.hold(tx, customerId).orElseThrow(CustomerNames::unknown);
        Profile after = ProfileRules.patched(before.profile(), patch);
        Cause cause = Cause.command(UUID.randomUUID(), clock.now(), traceparent);
        tellShared.store(tx, List.of(new Kept(customerId, after, before.shared())), cause);
        return new Changed(customerId, after);
    }
}
