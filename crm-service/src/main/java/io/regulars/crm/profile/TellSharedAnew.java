package io.regulars.crm.profile;

import io.regulars.crm.customer.MergeLock;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.health.Standing;
import io.regulars.platform.journal.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The operator marked other things as shared: whoever has some of them is told of anew, a few at a time. */
@ApplicationScoped
public class TellSharedAnew {

    private static final int AT_ONCE = 500;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Database database;
    private final MergeLock mergeLock;
    private final Profiles profiles;
    private final TellShared tellShared;
    private final Standing standing;
    private final Clock clock;

    TellSharedAnew(
            Database database,
            MergeLock mergeLock,
            Profiles profiles,
            TellShared tellShared,
            Standing standing,
            Clock clock) {
        this.database = database;
        this.mergeLock = mergeLock;
        this.profiles = profiles;
        this.tellShared = tellShared;
        this.standing = standing;
        this.clock = clock;
    }

    /** Nothing where the setting is the one of before; interrupted, it goes on where it was when asked again. */
    public void all() {
        standing.refuseInRecovery();
        UUID last = NOBODY;
        while (last != null) {
            UUID after = last;
            last = database.untilDone(tx -> some(tx, after));
        }
    }

    private UUID some(Tx tx, UUID after) {
        mergeLock.besideOthers(tx);
        List<Kept> held = profiles.toldByAnother(tx, tellShared.setting(), after, AT_ONCE);
        if (held.isEmpty()) return null;
        tellShared.store(tx, held, Cause.command(UUID.randomUUID(), clock.now()));
        return held.get(held.size() - 1).side();
    }
}
