package io.regulars.loyalty.model;

import io.regulars.events.Purchase;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.model.PlainPoints.PlainLot;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Something that somebody did beside buying, or that happened to what was bought. */
record PlainContact(TouchpointRecorded fact, Instant recordedAt) {

    String name() {
        return fact.type().equals("visit") ? "checkIn" : fact.type();
    }

    /** A clock that is ahead is judged at arrival. */
    Instant happened() {
        return PlainClub.earlier(fact.occurredAt(), recordedAt);
    }

    /** One that names a purchase is about that one, another about all that was earned before it. */
    boolean concerns(PlainLot lot) {
        if (fact.purchaseId() == null) return lot.earnedAt.isBefore(happened());
        return lot.isOf(fact.purchaseId());
    }

    boolean isInTime(PlainLot lot) {
        return lot.terms.givenUpAt() == null || recordedAt.isBefore(lot.terms.givenUpAt());
    }

    /** It is judged like a receipt on which nothing stands. */
    PlainReceipt seen(ProgrammeVersion version, String tier) {
        Purchase nothing = new Purchase(
                fact.store(),
                null,
                null,
                (LocalDate) null,
                fact.occurredAt(),
                fact.channel(),
                "EUR",
                0L,
                true,
                0,
                0,
                0,
                false,
                null,
                List.of(),
                null,
                List.of());
        long rating = fact.rating() == null ? 0 : fact.rating();
        return new PlainReceipt(version, null, name(), rating, nothing, happened(), tier, false, 0, 0);
    }

    /** What sets off a rule of this version. */
    static Set<String> triggers(ProgrammeVersion version) {
        Set<String> triggers = new HashSet<>();
        for (EarningRule rule : version.document().earning().rules()) triggers.add(rule.trigger());
        return triggers;
    }

    /** What points of this version wait for. */
    static Set<String> events(ProgrammeVersion version) {
        Set<String> events = new HashSet<>();
        for (var wallet : version.document().wallets()) add(wallet.pending(), events);
        for (EarningRule rule : version.document().earning().rules()) add(rule.pending(), events);
        return events;
    }

    private static void add(PendingPolicy pending, Set<String> events) {
        if (pending != null && pending.event() != null) events.add(pending.event());
    }

    /** What keeps points of this version from ending. */
    static Set<String> activities(ProgrammeVersion version) {
        Set<String> activities = new HashSet<>();
        for (var wallet : version.document().wallets()) add(wallet.expiry(), activities);
        for (EarningRule rule : version.document().earning().rules()) add(rule.expiry(), activities);
        if (version.document().tiers() == null) return activities;
        for (var level : version.document().tiers().levels()) add(level.expiry(), activities);
        return activities;
    }

    private static void add(ExpiryPolicy expiry, Set<String> activities) {
        if (expiry != null && expiry.kind() == ExpiryPolicy.Kind.INACTIVITY) activities.addAll(expiry.activities());
    }
}
