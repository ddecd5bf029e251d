package io.regulars.loyalty.merge;

import io.regulars.loyalty.assessment.Assessments;
import io.regulars.loyalty.assessment.Judged;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.merge.CountedSince.Return;
import io.regulars.loyalty.merge.JoinedLives.Join;
import io.regulars.loyalty.points.PurchaseMove;
import io.regulars.loyalty.points.PurchaseMoves;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.Purchases;
import io.regulars.loyalty.receipt.Refunds;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Receipts of two that are parted: whose each is from now on, and what it counted since they were joined. */
@ApplicationScoped
public class PartReceipts {

    private final Purchases purchases;
    private final Refunds refunds;
    private final Assessments assessments;
    private final PurchaseMoves moves;
    private final MovedReceipts moved;

    PartReceipts(
            Purchases purchases, Refunds refunds, Assessments assessments, PurchaseMoves moves, MovedReceipts moved) {
        this.purchases = purchases;
        this.refunds = refunds;
        this.assessments = assessments;
        this.moves = moves;
        this.moved = moved;
    }

    /** @param before refunds that had counted when the two were joined */
    record Parts(
            List<KeptPurchase> all, Set<UUID> going, List<Judged> judged, List<KeptRefund> refunds, Set<UUID> before) {}

    /** @param visitStays another receipt says that whoever stays was there */
    record Since(CountedSince counted, boolean visitStays) {}

    /** @param here programmes the root is a member of; {@code wholes} those that it is none of from now on */
    Parts of(Tx tx, Parting parting, List<Join> joins, Set<String> here, Set<String> wholes) {
        List<KeptPurchase> all = purchases.ofCustomer(tx, parting.root());
        List<UUID> ids = all.stream().map(KeptPurchase::purchaseId).toList();
        List<Judged> judged = assessments.of(tx, ids).get();
        Map<UUID, Set<String>> programmes = new HashMap<>();
        judged.forEach(each -> programmes
                .computeIfAbsent(each.purchaseId(), id -> new HashSet<>())
                .add(each.programme()));
        Set<String> staying = new HashSet<>(here);
        staying.removeAll(wholes);
        Set<String> there = joins.stream().map(Join::programme).collect(Collectors.toSet());
        Set<UUID> own = moved.ofSides(tx, parting.root(), parting.sides(), parting.identifierRefs());
        Set<UUID> going = PartingRules.going(ids, own, programmes, staying, there);
        Set<UUID> before = moved.refundsOfBefore(tx, parting.root());
        return new Parts(all, going, judged, refunds.of(tx, going, List.of()), before);
    }

    /** What each purchase that goes counted since the two were joined. */
    List<Since> since(Tx tx, Parting parting, Join join, Parts parts, Rulebook rules) {
        Set<UUID> ledgers = new HashSet<>(parting.pair().both());
        parts.all().forEach(each -> ledgers.addAll(each.movedFrom()));
        long number = join.into().equals(parting.root()) ? join.intoNumber() : 0;
        Owner owner = new Owner(parting.root(), join.programme());
        List<PurchaseMove> all = moves.of(tx, ledgers, parts.going());
        List<PurchaseMove> later = moves.since(tx, owner, number, parts.going());
        Map<UUID, KeptPurchase> byId = new HashMap<>();
        parts.all().forEach(each -> byId.put(each.purchaseId(), each));
        List<Since> since = new ArrayList<>();
        for (Judged judged : parts.judged()) {
            UUID id = judged.purchaseId();
            if (!parts.going().contains(id) || !judged.programme().equals(join.programme())) continue;
            KeptPurchase purchase = byId.get(id);
            boolean before = !judged.customerId().equals(parting.root())
                    || purchase.movedFrom().contains(parting.root());
            List<Return> returns = parts.refunds().stream()
                    .filter(refund -> id.equals(refund.originalId()))
                    .map(refund -> new Return(refund, parts.before().contains(refund.refundId())))
                    .toList();
            CountedSince counted =
                    CountedSince.of(purchase, judged, before, returns, of(all, id), of(later, id), rules);
            since.add(new Since(
                    counted,
                    isStoodFor(
                            purchase,
                            parts,
                            Calendar.of(rules.version(judged.programme(), judged.version())
                                    .orElseThrow()))));
        }
        return since;
    }

    private static List<PurchaseMove> of(List<PurchaseMove> moves, UUID purchaseId) {
        return moves.stream()
                .filter(move -> move.purchaseId().equals(purchaseId))
                .toList();
    }

    private static boolean isStoodFor(KeptPurchase purchase, Parts parts, Calendar calendar) {
        LocalDate day = calendar.dayOf(purchase.judgedAt());
        return parts.all().stream()
                .filter(other -> !parts.going().contains(other.purchaseId()))
                .filter(other -> calendar.dayOf(other.judgedAt()).equals(day))
                .anyMatch(other -> other.receipt().store() != null
                        && other.receipt().store().equals(purchase.receipt().store()));
    }

    void part(Tx tx, Parting parting, Parts parts) {
        moved.part(tx, parting.root(), parting.restored(), parting.sides(), parts.going());
    }
}
