package io.regulars.crm.customer;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.regulars.crm.customer.Identities.Identified;
import io.regulars.crm.customer.Identities.Sighting;
import io.regulars.events.CustomerRef;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds the customer somebody names at a counter or an app, and makes one for identifiers never seen. */
@ApplicationScoped
public class ResolveCustomer {

    private final Database database;
    private final MergeLock mergeLock;
    private final Identifiers identifiers;
    private final Journal journal;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochRandomGenerator();

    ResolveCustomer(Database database, MergeLock mergeLock, Identifiers identifiers, Journal journal, Clock clock) {
        this.database = database;
        this.mergeLock = mergeLock;
        this.identifiers = identifiers;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param source what the customer was doing when named, such as {@code enrolment} */
    public Identified resolve(CustomerRef named, String source, String traceparent) {
        return database.untilDone(tx -> resolve(tx, named, source, traceparent));
    }

    private Identified resolve(Tx tx, CustomerRef named, String source, String traceparent) {
        Instant now = clock.now();
        UUID command = ids.generate();
        Facts facts = new Facts(now);
        mergeLock.besideOthers(tx);
        Identities identities = identifiers.ask(tx, List.of(named), facts).get();
        Cause cause = Cause.command(command, now, traceparent);
        Identified who = identities.identify(named, new Sighting(command, source, now, cause));
        if (who.customerId() == null) throw nobody(named);
        identifiers.store(tx, identities).run();
        journal.append(tx, facts);
        return who;
    }

    private static Refusal nobody(CustomerRef named) {
        return named.id() != null
                ? Refusal.of(Code.NOT_FOUND, "There is no such customer.")
                : Refusal.invalid("/customer", "Name the customer by id, card, external, email or phone.");
    }
}
