package io.regulars.loyalty.assessment;

import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Deeds;
import io.regulars.loyalty.receipt.KeptPurchase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the contacts of a batch, and what puts ends off, need to know of the members they concern. */
final class NeededOfContacts {

    private final OpenBook book;
    private final Map<UUID, List<Contact>> arriving = new HashMap<>();
    private final Set<UUID> moving = new HashSet<>();

    NeededOfContacts(OpenBook book, Arrivals arrivals) {
        this.book = book;
        for (Contact contact : arrivals.contacts()) {
            arriving.computeIfAbsent(contact.customerId(), id -> new ArrayList<>())
                    .add(contact);
        }
        moving.addAll(arriving.keySet());
        boolean putsOff = book.contacts().listening().activities().contains(Deeds.PURCHASE);
        if (putsOff) arrivals.purchases().stream().map(KeptPurchase::customerId).forEach(moving::add);
    }

    boolean none() {
        return arriving.isEmpty();
    }

    /** Was the member there before? */
    Set<LocalDate> days(Stored member) {
        Set<LocalDate> days = new TreeSet<>();
        for (Contact each : of(member.owner().customerId())) days.add(day(each, version(member, each)));
        return days;
    }

    Set<Key> limits(Stored member) {
        Set<Key> keys = new HashSet<>();
        for (Contact each : of(member.owner().customerId())) {
            ProgrammeVersion version = version(member, each);
            keys.addAll(LimitRules.keys(version, day(each, version)));
        }
        return keys;
    }

    /** Points may start, or end later. */
    boolean lots(UUID customerId) {
        return moving.contains(customerId);
    }

    boolean history(UUID customerId) {
        return of(customerId).stream()
                .anyMatch(each -> each.recordedAt().isAfter(each.occurredAt().plus(LatenessRules.LATE)));
    }

    private List<Contact> of(UUID customerId) {
        return arriving.getOrDefault(customerId, List.of());
    }

    private static LocalDate day(Contact contact, ProgrammeVersion version) {
        return Calendar.of(version).dayOf(contact.judgedAt());
    }

    private ProgrammeVersion version(Stored member, Contact contact) {
        return book.rules().at(member.owner().programme(), contact.judgedAt());
    }
}
