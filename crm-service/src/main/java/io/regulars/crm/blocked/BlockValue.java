package io.regulars.crm.blocked;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.regulars.crm.blocked.BlockedValues.Blocked;
import io.regulars.crm.identifier.Identifier;
import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.crm.identifier.IdentifierRules;
import io.regulars.crm.identifier.Mention;
import io.regulars.crm.identifier.Policy;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** From now on a value names nobody, or may name somebody again. Who is known by it keeps it, and is not found by it. */
@ApplicationScoped
class BlockValue {

    private static final long MOST = 10_000;

    private final Database database;
    private final BlockedValues values;
    private final Policy policy;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

    BlockValue(Database database, BlockedValues values, Policy policy, Clock clock) {
        this.database = database;
        this.values = values;
        this.policy = policy;
        this.clock = clock;
    }

    /** {@code by} is the credential of who asks. */
    record Wish(Type type, String value, String reason, String by) {}

    /** Said twice it is as if it were said once: the first reason stands. */
    Blocked block(Wish wish) {
        return database.untilDone(tx -> block(tx, wish));
    }

    /** What may name somebody again. */
    Blocked unblock(UUID blockedId) {
        return database.untilDone(tx -> {
            policy.changes(tx);
            return values.remove(tx, blockedId)
                    .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "Nothing is blocked by this id."));
        });
    }

    private Blocked block(Tx tx, Wish wish) {
        Mention read = policy.mentions(tx).read(wish.type(), wish.value());
        if (read == null) throw Refusal.invalid("/value", "must not be empty");
        Identifier identifier = read.forms().isEmpty()
                ? new Identifier(wish.type(), IdentifierRules.normal(wish.type(), wish.value()))
                : read.identifier();
        if (values.count(tx) >= MOST) throw Refusal.invalid("/value", "There are " + MOST + " already, and no more.");
        if (values.add(tx, new Blocked(ids.generate(), identifier, wish.reason(), wish.by(), clock.now()))) {
            policy.changes(tx);
        }
        return values.of(tx, identifier).orElseThrow();
    }
}
