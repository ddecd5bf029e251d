package io.regulars.loyalty;

import io.regulars.events.Event;
import io.regulars.events.MembershipEvent;
import io.regulars.events.Topic;
import io.regulars.events.TouchpointEvent.CustomerShared;
import io.regulars.events.TouchpointEvent.CustomersMerged;
import io.regulars.events.TouchpointEvent.CustomersUnmerged;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.events.Types;
import io.regulars.loyalty.assessment.AssessContact;
import io.regulars.loyalty.assessment.AssessPurchase;
import io.regulars.loyalty.assessment.AssessRefund;
import io.regulars.loyalty.assessment.Books;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.merge.FollowAliases;
import io.regulars.loyalty.merge.FollowAliases.Followed;
import io.regulars.loyalty.merge.HearMerges;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import io.regulars.platform.view.Told;
import io.regulars.platform.view.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What loyalty does when the CRM speaks: the whole list, on one screen. */
@ApplicationScoped
public class TouchpointEvents implements View {

    private final Programmes programmes;
    private final FollowAliases follow;
    private final HearMerges merges;
    private final Books books;
    private final Journal journal;
    private final Clock clock;

    TouchpointEvents(
            Programmes programmes, FollowAliases follow, HearMerges merges, Books books, Journal journal, Clock clock) {
        this.programmes = programmes;
        this.follow = follow;
        this.merges = merges;
        this.books = books;
        this.journal = journal;
        this.clock = clock;
    }

    static List<MembershipEvent> reaction(OpenBook book, Told told) {
        Event fact = told.event();
        if (fact instanceof PurchaseRecorded purchase) return AssessPurchase.in(book, purchase, told.cause());
        if (fact instanceof PurchaseRefunded refund) return AssessRefund.in(book, refund.refundId(), told.cause());
        if (fact instanceof PurchaseVoided undone) return AssessRefund.in(book, undone.voidId(), told.cause());
        if (fact instanceof TouchpointRecorded contact) return AssessContact.in(book, contact, told.cause());
        if (fact instanceof CustomerShared shared) book.people().hear(shared);
        return List.of(); // the rest of the CRM's life is not ours
    }

    @Override
    public String name() {
        return "assessing";
    }

    @Override
    public Set<Topic> follows() {
        return Set.of(Topic.TOUCHPOINTS);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                Types.nameOf(PurchaseRecorded.class),
                Types.nameOf(PurchaseRefunded.class),
                Types.nameOf(PurchaseVoided.class),
                Types.nameOf(TouchpointRecorded.class),
                Types.nameOf(CustomerShared.class),
                Types.nameOf(CustomersMerged.class),
                Types.nameOf(CustomersUnmerged.class));
    }

    @Override
    public void apply(Tx tx, List<Told> batch) {
        Facts facts = new Facts(clock.now());
        if (batch.stream().noneMatch(told -> HearMerges.hears(told.event()))) programmes.hold(tx);
        else programmes.holdAlone(tx); // who is who changes: nobody judges meanwhile
        for (List<Told> part : HearMerges.apart(batch)) {
            if (HearMerges.hears(part.get(0).event())) merges.hear(tx, part.get(0), facts);
            else fold(tx, part, facts);
        }
        journal.append(tx, facts);
    }

    private void fold(Tx tx, List<Told> part, Facts facts) {
        Supplier<Followed> asked = follow.asked(tx, part);
        Rulebook rules = programmes.held(tx);
        Followed followed = asked.get();
        OpenBook book = books.open(tx, followed.facts(), rules);
        for (Told told : followed.facts()) reaction(book, told).forEach(event -> facts.say(event, told.cause()));
        books.close(tx, book);
        follow.keepSides(tx, followed);
    }
}
