package io.regulars.local.check.model;

import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Loyalty.Wallet;
import java.util.HashMap;
import java.util.Map;

/** The accounts of one wallet, credited and debited again from the first transfer on. */
final class Accounts {
    private final Map<String, Long> balances = new HashMap<>();
    private long moves;

    /** Whether there is what this way takes, and nothing that must go before it. */
    boolean allow(Way way, Transfer transfer, long fresh) {
        long amount = transfer.amount();
        return amount > 0
                && switch (way) {
                    case ONCE_REPAID, DEBT_TRANSFERRED_OUT -> amount <= debt();
                    case DEBT_REPAID -> amount == Math.min(debt(), fresh);
                    case OWED, ONCE_OWED, DEBT_TRANSFERRED_IN -> of("active") == 0;
                    default -> !isOwing() && (!Way.OF_MEMBERS.contains(way.debit) || amount <= of(way.debit));
                };
    }

    /** Debt is repaid as soon as anything is active. */
    private boolean isOwing() {
        return debt() > 0 && of("active") > 0;
    }

    void move(Transfer transfer) {
        balances.merge(transfer.debit(), -transfer.amount(), Long::sum);
        balances.merge(transfer.credit(), transfer.amount(), Long::sum);
        moves++;
    }

    private long debt() {
        return -of("debt");
    }

    /** Credits less debits. */
    private long of(String account) {
        return balances.getOrDefault(account, 0L);
    }

    /** What a member is shown. */
    long balance() {
        return of("active") + of("debt");
    }

    long moves() {
        return moves;
    }

    /** Whether what is stored is what came out. Debt is the one account below zero, and stored as a positive number. */
    boolean agree(Wallet wallet) {
        return wallet.active() == of("active")
                && wallet.pending() == of("pending")
                && wallet.held() == of("held")
                && wallet.debt() == debt();
    }
}
