package io.regulars.loyalty.assessment;

import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.earning.limit.Budgets.Name;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.membership.Needed;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.Rulebook.InForce;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.tier.NeededDays;
import io.regulars.loyalty.tier.standing.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the arrivals of a batch need to know of the members they concern. */
public final class NeededOfMembers implements Needed {

    private final OpenBook book;
    private final Map<UUID, List<KeptPurchase>> arriving = new HashMap<>();
    private final Set<UUID> givingBack;
    private final NeededOfContacts contacts;

    public NeededOfMembers(OpenBook book, Arrivals arrivals) {
        this.book = book;
        this.givingBack = book.mayGiveBack();
        this.contacts = new NeededOfContacts(book, arrivals);
        for (KeptPurchase purchase : arrivals.purchases()) {
            if (purchase.customerId() == null) continue;
            arriving.computeIfAbsent(purchase.customerId(), id -> new ArrayList<>())
                    .add(purchase);
        }
    }

    @Override
    public Rulebook rules() {
        return book.rules();
    }

    /** Days that leave or enter the tier's window, and days of the purchases: was the member there before? */
    @Override
    public List<Days> days(Stored member) {
        String programme = member.membership().programme();
        ProgrammeVersion latest = rules().at(programme, later(member));
        List<Days> days = new ArrayList<>(
                NeededDays.of(member.standing(), member.membership().enrolledAt(), book.latest(), latest));
        for (LocalDate day : daysOfArrivals(member)) {
            if (days.stream().noneMatch(span -> span.hold(day))) days.add(new Days(day, day));
        }
        return days;
    }

    private Instant later(Stored member) {
        return book.latest().isAfter(member.standing().asOf())
                ? book.latest()
                : member.standing().asOf();
    }

    private Set<LocalDate> daysOfArrivals(Stored member) {
        Set<LocalDate> days = new TreeSet<>(contacts.days(member));
        for (KeptPurchase purchase : arriving.getOrDefault(member.owner().customerId(), List.of())) {
            days.add(day(purchase, version(member, purchase)));
        }
        return days;
    }

    private static LocalDate day(KeptPurchase purchase, ProgrammeVersion version) {
        return Calendar.of(version).dayOf(purchase.judgedAt());
    }

    private ProgrammeVersion version(Stored member, KeptPurchase purchase) {
        return rules().at(member.owner().programme(), purchase.judgedAt());
    }

    @Override
    public Set<Key> limits(Stored member) {
        Set<Key> keys = new HashSet<>(contacts.limits(member));
        for (KeptPurchase purchase : arriving.getOrDefault(member.owner().customerId(), List.of())) {
            ProgrammeVersion version = version(member, purchase);
            keys.addAll(LimitRules.keys(version, day(purchase, version)));
        }
        return keys;
    }

    @Override
    public boolean lots(UUID customerId, Collection<Wallet> wallets) {
        if (contacts.lots(customerId)) return true;
        return givingBack.contains(customerId) || wallets.stream().anyMatch(wallet -> wallet.isDue(book.latest()));
    }

    @Override
    public boolean history(UUID customerId) {
        if (contacts.history(customerId)) return true;
        return arriving.getOrDefault(customerId, List.of()).stream()
                .anyMatch(purchase ->
                        purchase.recordedAt().isAfter(purchase.occurredAt().plus(LatenessRules.LATE)));
    }

    /** The budgets that may be given from. */
    Set<Name> budgets(List<Member> members) {
        return arriving.isEmpty() && contacts.none() ? Set.of() : budgetsOf(members, rules());
    }

    static Set<Name> budgetsOf(List<Member> members, Rulebook rules) {
        Set<Name> names = new HashSet<>();
        for (Member member : members) {
            String programme = member.membership().programme();
            for (InForce each : rules.programmes().get(programme).versions()) {
                each.version().budgets().keySet().forEach(budget -> names.add(new Name(programme, budget)));
            }
        }
        return names;
    }
}
