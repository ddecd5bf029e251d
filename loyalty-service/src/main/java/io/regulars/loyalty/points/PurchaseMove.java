package io.regulars.loyalty.points;

import io.regulars.loyalty.points.life.Movement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Points of a purchase that moved.
 *
 * @param refundId what took them back, or null
 * @param at when they could be spent from, or when they were taken
 */
public record PurchaseMove(
        UUID purchaseId, String programme, String wallet, Movement way, long amount, UUID refundId, Instant at) {

    /** @param lot that the transfer opened, or null */
    public static PurchaseMove of(Transfer transfer, Lot lot) {
        boolean dated = transfer.way() == Movement.EARNED && lot != null;
        return new PurchaseMove(
                transfer.origin().purchaseId(),
                transfer.programme(),
                transfer.wallet(),
                transfer.way(),
                transfer.amount(),
                transfer.origin().refundId(),
                dated ? lot.dated().startsAt() : transfer.at());
    }

    /** Those of a purchase that this book posted. */
    public static List<PurchaseMove> in(Passbook book, UUID purchaseId) {
        List<PurchaseMove> moves = new ArrayList<>();
        for (Transfer transfer : book.transfers()) {
            if (!purchaseId.equals(transfer.origin().purchaseId())) continue;
            moves.add(of(transfer, book.lot(transfer.number()).orElse(null)));
        }
        return moves;
    }
}
