package io.regulars.local.check.model;

import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Loyalty.Wallet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One member's accounts, credited and debited again from the first transfer on. */
public final class Passbook {
    public static final Set<String> OF_MEMBERS = Set.of("active", "pending", "held", "debt");
    public static final Set<String> OF_ISSUER = Set.of("issued", "reversed");

    private final Map<String, Long> accounts = new HashMap<>();
    private final LotBook lots;
    private long number;

    public Passbook(List<Lot> lots) {
        this.lots = new LotBook(lots);
    }

    /** What is wrong with this transfer after those before it, if anything. */
    public Optional<String> move(Transfer transfer) {
        String flaw = null;
        if (transfer.number() != ++number) flaw = "has a number out of turn";
        if (!allowed(transfer)) flaw = "takes a way that points do not take";
        number = transfer.number();
        accounts.merge(transfer.debit(), -transfer.amount(), Long::sum);
        accounts.merge(transfer.credit(), transfer.amount(), Long::sum);
        if (transfer.balance() != of("active") + of("debt")) flaw = "tells another balance than comes out";
        if (transfer.credit().equals("active") && !lots.opens(transfer)) flaw = "has no lot like it";
        if (transfer.debit().equals("active")) lots.draw(transfer);
        return Optional.ofNullable(flaw);
    }

    /** Debt is repaid before anything becomes active, and made only where nothing is active any more. */
    private boolean allowed(Transfer transfer) {
        long debt = -of("debt");
        return transfer.amount() > 0
                && switch (transfer.debit() + " to " + transfer.credit()) {
                    case "issued to debt" -> transfer.reason().equals("earned") && transfer.amount() <= debt;
                    case "issued to active" -> transfer.reason().equals("earned") && debt == 0;
                    case "active to reversed" ->
                        transfer.reason().equals("returned") && transfer.amount() <= of("active");
                    case "debt to reversed" -> transfer.reason().equals("returned") && of("active") == 0;
                    default -> false;
                };
    }

    /** Credits less debits. */
    public long of(String account) {
        return accounts.getOrDefault(account, 0L);
    }

    public LotBook lots() {
        return lots;
    }

    /** Whether what is stored is what came out. Debt is the one account below zero, and stored as a positive number. */
    public boolean agrees(Wallet wallet) {
        return wallet.active() == of("active")
                && wallet.pending() == of("pending")
                && wallet.held() == of("held")
                && wallet.debt() == -of("debt")
                && wallet.transfers() == number;
    }
}
