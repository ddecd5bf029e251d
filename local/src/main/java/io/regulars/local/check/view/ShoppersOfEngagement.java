package io.regulars.local.check.view;

import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Engagement;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import java.util.BitSet;

/** Engagement knows of members what loyalty holds, and has answered what calls for an answer. */
final class ShoppersOfEngagement {
    private final Evidence evidence;
    private final Tally tally;

    ShoppersOfEngagement(Evidence evidence, Tally tally) {
        this.evidence = evidence;
        this.tally = tally;
    }

    void compare() {
        shoppers();
        answers();
        messages();
    }

    private void shoppers() {
        Index<Engagement.Shopper> shoppers =
                Index.of(evidence.engagement.shoppers, Engagement.Shopper::customer, evidence.ids);
        Index<Loyalty.Wallet> wallets = Index.of(evidence.loyalty.wallets, Loyalty.Wallet::customer, evidence.ids);
        String first = evidence.versions.latest().wallet();
        for (Loyalty.Member member : evidence.loyalty.members) {
            if (evidence.loyalty.families.has(member.customer())) continue;
            Engagement.Shopper shopper = shoppers.get(member.customer());
            Loyalty.Wallet wallet = wallets.run(member.customer()).stream()
                    .filter(each -> each.wallet().equals(first))
                    .findFirst()
                    .orElse(null);
            if (shopper == null) tally.wrong("engagement.shopper lacks %s", evidence.id(member.customer()));
            else if (!member.tier().equals(shopper.tier())) {
                tally.wrong(
                        "%s is %s in loyalty and %s in engagement",
                        evidence.id(member.customer()), member.tier(), shopper.tier());
            } else if (wallet != null && wallet.active() - wallet.debt() != shopper.balance()) {
                tally.wrong(
                        "%s has %d points in loyalty and %d in engagement",
                        evidence.id(member.customer()), wallet.active() - wallet.debt(), shopper.balance());
            }
        }
        Index<Loyalty.Member> members = Index.of(evidence.loyalty.members, Loyalty.Member::customer, evidence.ids);
        evidence.engagement.shoppers.stream()
                .filter(each -> !evidence.loyalty.families.has(each.customer()))
                .filter(each -> !members.has(each.customer()))
                .forEach(each -> tally.wrong("engagement.shopper %s is no member", evidence.id(each.customer())));
    }

    /** An opt-in calls for a welcome; a change of tier for a message, or for saying why there is none. */
    private void answers() {
        BitSet welcomed = new BitSet();
        BitSet answered = new BitSet();
        for (Facts.Message each : evidence.facts.messages) {
            boolean decides = each.said() == Facts.Said.DUE || each.channel().isEmpty();
            if (decides && each.template().equals("welcome")) welcomed.set(each.cause());
            if (decides && each.template().equals("tierReached")) answered.set(each.cause());
        }
        evidence.facts.enrolments.stream()
                .filter(each -> !welcomed.get(each.event()))
                .forEach(each -> tally.wrong("nobody welcomed %s", evidence.id(each.customer())));
        evidence.facts.tierMoves.stream()
                .filter(each -> !answered.get(each.event()))
                .forEach(each -> tally.wrong("nobody answered TierChanged %s", evidence.id(each.event())));
    }

    private void messages() {
        Index<Engagement.Message> kept = Index.of(evidence.engagement.messages, Engagement.Message::id, evidence.ids);
        BitSet due = new BitSet();
        for (Facts.Message each : evidence.facts.messages) {
            if (each.said() != Facts.Said.DUE) continue;
            due.set(each.id());
            Engagement.Message message = kept.get(each.id());
            boolean same = message != null
                    && message.customer() == each.customer()
                    && message.cause() == each.cause()
                    && message.template().equals(each.template());
            if (!same) tally.wrong("MessageDue %s is not in engagement.message", evidence.id(each.id()));
        }
        evidence.engagement.messages.stream()
                .filter(each -> !due.get(each.id()))
                .forEach(each -> tally.wrong("engagement.message %s was never told", evidence.id(each.id())));
    }
}
