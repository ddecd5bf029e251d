package io.regulars.loyalty.points;

import io.regulars.events.MembershipEvent.Points;
import io.regulars.loyalty.points.Transfer.Reason;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.platform.journal.Cause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One member's points while facts are folded: the wallet, its lots, and the transfers that explain every change. */
public final class Passbook {

    private final UUID customerId;
    private final String programme;
    private final List<Lot> lots;
    private final Set<Lot> opened = new LinkedHashSet<>();
    private final Set<Lot> drawn = new LinkedHashSet<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private Wallet wallet;

    /** @param lots the open ones, needed only where something may be taken back */
    public Passbook(UUID customerId, String programme, Wallet wallet, List<Lot> lots) {
        this.customerId = customerId;
        this.programme = programme;
        this.wallet = wallet;
        this.lots = new ArrayList<>(lots);
    }

    /** Earned points repay debt first; what is left becomes a lot. */
    public Points earn(long points, KeptPurchase purchase, Cause cause) {
        long repaid = Math.min(points, wallet.debt());
        long kept = points - repaid;
        UUID purchaseId = purchase.purchaseId();
        if (repaid > 0) post(Account.ISSUED, Account.DEBT, repaid, Reason.EARNED, purchaseId, null, cause);
        if (kept > 0) {
            post(Account.ISSUED, Account.ACTIVE, kept, Reason.EARNED, purchaseId, null, cause);
            Lot lot = new Lot(wallet.transfers(), purchaseId, purchase.occurredAt(), null, kept, kept);
            lots.add(lot);
            opened.add(lot);
        }
        return points(points);
    }

    /** Takes back what is there, from the purchase's own lot first; what is missing becomes debt. */
    public Points takeBack(long points, KeptRefund refund, Cause cause) {
        long there = Math.min(points, wallet.active());
        long missing = points - there;
        UUID purchaseId = refund.originalId();
        if (there > 0) {
            post(Account.ACTIVE, Account.REVERSED, there, Reason.RETURNED, purchaseId, refund.refundId(), cause);
            drawFromLots(there, purchaseId);
        }
        if (missing > 0) {
            post(Account.DEBT, Account.REVERSED, missing, Reason.RETURNED, purchaseId, refund.refundId(), cause);
        }
        return points(-points);
    }

    /** The wallet as facts tell it. */
    public Points points(long earned) {
        return new Points(earned, wallet.pending(), wallet.balance());
    }

    private void post(
            Account debit, Account credit, long amount, Reason reason, UUID purchaseId, UUID refundId, Cause cause) {
        wallet = wallet.moved(debit, credit, amount);
        transfers.add(new Transfer(
                customerId,
                programme,
                wallet.transfers(),
                debit,
                credit,
                amount,
                reason,
                purchaseId,
                refundId,
                cause.eventId(),
                cause.recordedAt(),
                wallet.balance()));
    }

    private void drawFromLots(long points, UUID purchaseId) {
        long wanted = points;
        for (Lot lot : lots) {
            if (lot.purchaseId().equals(purchaseId)) wanted -= draw(lot, wanted);
        }
        if (wanted > 0) {
            lots.sort(Lot.SPENDING_ORDER);
            for (Lot lot : lots) wanted -= draw(lot, wanted);
        }
        if (wanted > 0) {
            throw new IllegalStateException("the open lots of " + customerId + " hold fewer points than are active");
        }
    }

    private long draw(Lot lot, long wanted) {
        long points = lot.draw(wanted);
        if (points > 0 && !opened.contains(lot)) drawn.add(lot);
        return points;
    }

    public String programme() {
        return programme;
    }

    public UUID customerId() {
        return customerId;
    }

    public Wallet wallet() {
        return wallet;
    }

    public List<Transfer> transfers() {
        return transfers;
    }

    /** Lots opened here. */
    public Set<Lot> opened() {
        return opened;
    }

    /** Lots from before that points were taken from here. */
    public Set<Lot> drawn() {
        return drawn;
    }
}
