package io.regulars.loyalty.assessment;

import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.life.Earlier;
import io.regulars.loyalty.programme.Listening;
import io.regulars.loyalty.programme.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Contacts of a batch, and those kept from before that points may have waited for. */
public final class ContactPile {

    private final Rulebook rules;
    private final Listening listening;
    private final Map<String, Listening> byProgramme = new HashMap<>();
    private final Arrivals arrivals;
    private final Map<UUID, List<Contact>> byCustomer = new HashMap<>();

    ContactPile(Rulebook rules, Arrivals arrivals) {
        this.rules = rules;
        this.listening = Listening.of(rules);
        this.arrivals = arrivals;
        arrivals.listen(listening);
    }

    public Listening listening() {
        return listening;
    }

    Listening listening(Member member) {
        return byProgramme.computeIfAbsent(
                member.owner().programme(),
                id -> Listening.of(rules.programmes().get(id)));
    }

    /** Adds one that was kept. */
    public void know(Contact contact) {
        byCustomer
                .computeIfAbsent(contact.customerId(), id -> new ArrayList<>())
                .add(contact);
    }

    /** It came before: a fact of it tells nothing new. */
    public void seen(UUID touchpointId) {
        arrivals.takeContact(touchpointId);
    }

    /** The contact a fact tells of; null when it was seen before, or nobody asks for it. */
    Contact arrive(UUID touchpointId) {
        Contact arrived = arrivals.takeContact(touchpointId);
        if (arrived != null) know(arrived);
        return arrived;
    }

    /** What may have come before points that are earned then. */
    public Earlier earlier(Member member, UUID purchaseId, Instant earnedAt) {
        Map<String, Earlier.Event> events = new HashMap<>();
        for (Contact each : byCustomer.getOrDefault(member.customerId(), List.of())) {
            if (!each.concerns(purchaseId, earnedAt)) continue;
            events.merge(each.name(), new Earlier.Event(each.judgedAt(), each.recordedAt()), Earlier.Event::first);
        }
        return new Earlier(member.experience().signs(), events);
    }
}
