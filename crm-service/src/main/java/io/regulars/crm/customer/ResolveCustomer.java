package io.regulars.crm.customer;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.regulars.crm.customer.Identities.Identified;
import io.regulars.crm.customer.Identities.Sighting;
import io.regulars.crm.identifier.Mention.WhyNot;
import io.regulars.crm.passedover.PassedOver;
import io.regulars.events.CustomerRef;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
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
        Identities identities =
                identifiers.ask(tx, List.of(new Shown(named, null)), facts).get();
        Cause cause = Cause.command(command, now, traceparent);
        Identified who = identities.identify(named, new Sighting(command, source, now, cause));
        refuse(identities.notices().passedOver());
        if (who.customerId() == null) throw nobody(named);
        identifiers.store(tx, identities).run();
        journal.append(tx, facts);
        return who;
    }

    /** At a counter or in an app somebody can correct what was typed; a receipt is recorded without it. */
    private static void refuse(List<PassedOver> passedOver) {
        List<Problem.Flaw> flaws = passedOver.stream()
                .filter(each -> each.why() != WhyNot.LIMIT)
                .map(each -> new Problem.Flaw("/customer/" + each.type().wireName(), sentence(each)))
                .toList();
        if (flaws.isEmpty()) return;
        throw Refusal.of(Problem.of(Code.INVALID, flaws.get(0).detail()).at(flaws));
    }

    private static String sentence(PassedOver passedOver) {
        if (passedOver.why() == WhyNot.BLOCKED) return "This is nobody's: it is not taken as a name of a customer.";
        return switch (passedOver.type()) {
            case EMAIL -> "This is not an e-mail address.";
            case PHONE ->
                "This is not a phone number. With its country, as in +1 650 253 0000, it is understood anywhere.";
            default -> "This cannot be read.";
        };
    }

    private static Refusal nobody(CustomerRef named) {
        return named.id() != null
                ? Refusal.of(Code.NOT_FOUND, "There is no such customer.")
                : Refusal.invalid(
                        "/customer", "Name the customer by id, card, external, email, phone, device or cookie.");
    }
}
