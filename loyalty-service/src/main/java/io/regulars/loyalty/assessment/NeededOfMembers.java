package io.regulars.loyalty.assessment;

import io.regulars.loyalty.contact.Contact;
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
import io.regulars.loyalty.programme.document.Deeds;
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
    private final Map<UUID, List<Arriving>> arriving = new HashMap<>();
    private final Set<UUID> moving = new HashSet<>();
    private final List<KeptPurchase> undone = new ArrayList<>();
    private final NeededAroundLate late;

    public NeededOfMembers(OpenBook book, Arrivals arrivals) {
        this.book = book;
        this.late = new NeededAroundLate(book, arrivals);
        moving.addAll(book.concerned().mayGiveBack());
        boolean putsOff = book.contacts().listening().activities().contains(Deeds.PURCHASE);
        for (KeptPurchase each : arrivals.purchases()) {
            if (each.customerId() == null) continue;
            arrives(each.customerId(), Arriving.of(each));
            if (putsOff) moving.add(each.customerId());
        }
        for (Contact each : arrivals.contacts()) {
            arrives(each.customerId(), Arriving.of(each));
            moving.add(each.customerId());
        }
        for (UUID voided : arrivals.voided()) {
            KeptPurchase purchase = book.purchases().get(voided);
            if (purchase != null) undone.add(purchase);
        }
    }

    private void arrives(UUID customerId, Arriving arrival) {
        arriving.computeIfAbsent(customerId, id -> new ArrayList<>()).add(arrival);
    }

    private List<Arriving> of(Stored member) {
        return arriving.getOrDefault(member.owner().customerId(), List.of());
    }

    @Override
    public Rulebook rules() {
        return book.rules();
    }

    /** Days that leave or enter the tier's window, and days of what arrives or is undone: was the member there then? */
    @Override
    public List<Days> days(Stored member) {
        String programme = member.membership().programme();
        ProgrammeVersion latest = rules().at(programme, later(member));
        List<Days> days = new ArrayList<>(
                NeededDays.of(member.standing(), member.membership().enrolledAt(), book.latest(), latest));
        late.days(member, later(member)).ifPresent(days::add);
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
        Set<LocalDate> days = new TreeSet<>();
        for (Arriving each : of(member)) {
            days.add(day(each, version(member, each)));
        }
        for (KeptPurchase purchase : undone) {
            if (!member.owner().customerId().equals(purchase.customerId())) continue;
            Arriving gone = Arriving.of(purchase);
            days.add(day(gone, version(member, gone)));
        }
        return days;
    }

    private static LocalDate day(Arriving arrival, ProgrammeVersion version) {
        return Calendar.of(version).dayOf(arrival.at());
    }

    private ProgrammeVersion version(Stored member, Arriving arrival) {
        return rules().at(member.owner().programme(), arrival.at());
    }

    @Override
    public Set<Key> limits(Stored member) {
        Set<Key> keys = new HashSet<>();
        List<Arriving> judged = new ArrayList<>(of(member));
        late.receipts(member).forEach(each -> judged.add(Arriving.of(each)));
        for (Arriving each : judged) {
            ProgrammeVersion version = version(member, each);
            keys.addAll(LimitRules.keys(version, day(each, version)));
        }
        return keys;
    }

    @Override
    public boolean lots(UUID customerId, Collection<Wallet> wallets) {
        return moving.contains(customerId) || wallets.stream().anyMatch(wallet -> wallet.isDue(book.latest()));
    }

    @Override
    public boolean history(UUID customerId) {
        return arriving.getOrDefault(customerId, List.of()).stream().anyMatch(Arriving::late);
    }

    /** The budgets that may be given from. */
    Set<Name> budgets(List<Member> members) {
        return arriving.isEmpty() ? Set.of() : budgetsOf(members, rules());
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
