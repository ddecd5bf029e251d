package io.regulars.loyalty.assessment.late;

import io.regulars.loyalty.assessment.Judged;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.assessment.late.Counted.Visit;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.receipt.KeptPurchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a member's receipts were, in the order in which they happened, as far as a late one needs to know.
 *
 * @param besides what was voided or came after the grace: it is none of them, but the limits it used stay used
 */
record Past(List<Counted> receipts, List<Counted> besides) {

    static final Comparator<KeptPurchase> IN_TIME =
            Comparator.comparing(KeptPurchase::judgedAt).thenComparing(KeptPurchase::purchaseId);

    /** What came after the grace leaves everything alone, and is left alone; what was voided never happened. */
    static Past of(OpenBook book, Member member) {
        String programme = member.membership().programme();
        List<Counted> receipts = new ArrayList<>();
        List<Counted> besides = new ArrayList<>();
        for (KeptPurchase purchase : book.purchases().of(member.customerId())) {
            Judged judged = book.judged().of(purchase.purchaseId(), programme).orElse(null);
            if (judged == null) continue;
            boolean isNone = judged.late() || book.refunds().isVoided(purchase.purchaseId());
            (isNone ? besides : receipts)
                    .add(new Counted(
                            purchase,
                            judged,
                            book.rules().version(programme, judged.version()).orElseThrow()));
        }
        receipts.sort(Comparator.comparing(Counted::purchase, IN_TIME));
        besides.sort(Comparator.comparing(Counted::purchase, IN_TIME));
        return new Past(receipts, besides);
    }

    /** All that used limits from that moment on. */
    List<Counted> usedSince(KeptPurchase moment) {
        return used().filter(each -> IN_TIME.compare(each.purchase(), moment) >= 0)
                .toList();
    }

    List<Counted> usedBefore(KeptPurchase moment) {
        return used().filter(each -> IN_TIME.compare(each.purchase(), moment) < 0)
                .toList();
    }

    private Stream<Counted> used() {
        return Stream.concat(receipts.stream(), besides.stream());
    }

    /** What happened between the two and is no receipt any more, but used limits. */
    List<Counted> besides(KeptPurchase after, KeptPurchase before) {
        return besides.stream()
                .filter(each -> IN_TIME.compare(each.purchase(), after) > 0)
                .filter(each -> IN_TIME.compare(each.purchase(), before) < 0)
                .toList();
    }

    List<Counted> before(KeptPurchase moment) {
        return receipts.stream()
                .filter(each -> IN_TIME.compare(each.purchase(), moment) < 0)
                .toList();
    }

    /** What happened after it, and itself once it was judged. */
    List<Counted> since(KeptPurchase moment) {
        return receipts.stream()
                .filter(each -> IN_TIME.compare(each.purchase(), moment) >= 0)
                .toList();
    }

    /** Of that day, and not before it. */
    Set<Counted> restOfDay(Counted moment, boolean itself) {
        Predicate<Counted> isLeft = each -> {
            int order = IN_TIME.compare(each.purchase(), moment.purchase());
            return order > 0 || itself && order == 0;
        };
        Set<Counted> rest = new HashSet<>();
        for (Counted each : receipts) if (each.day().equals(moment.day()) && isLeft.test(each)) rest.add(each);
        return rest;
    }

    /** Visits that nothing but these receipts made. */
    static Set<Visit> visits(Iterable<Counted> only, Iterable<Counted> others) {
        Set<Visit> visits = new HashSet<>();
        only.forEach(each -> visits.add(each.visit()));
        others.forEach(each -> visits.remove(each.visit()));
        visits.removeIf(each -> each.store() == null);
        return visits;
    }

    /** The last use of a limit before that moment, as far as it is known. */
    static Instant lastUse(List<Counted> before, Key key) {
        return before.stream()
                .filter(each -> each.uses().containsKey(key))
                .map(Counted::at)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
