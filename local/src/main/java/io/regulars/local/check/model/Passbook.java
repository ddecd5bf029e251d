package io.regulars.local.check.model;

import io.regulars.local.check.evidence.Loyalty.Extension;
import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Loyalty.Wallet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One member's points in one programme, wallet by wallet, moved again from the first transfer on. */
public final class Passbook {
    private final Map<String, Accounts> wallets = new HashMap<>();
    private final LotBook lots;
    private long number;

    public Passbook(List<Lot> lots) {
        this(lots, List.of());
    }

    public Passbook(List<Lot> lots, List<Extension> extensions) {
        this.lots = new LotBook(lots, extensions);
    }

    /** What is wrong with this transfer after those before it, if anything. */
    public Optional<String> move(Transfer transfer) {
        String flaw = transfer.number() == number + 1 ? null : "has a number out of turn";
        number = transfer.number();
        Accounts accounts = wallets.computeIfAbsent(transfer.wallet(), id -> new Accounts());
        Optional<Way> way = Way.of(transfer);
        if (way.filter(known -> accounts.allow(known, transfer, lots.leftOfFresh()))
                .isEmpty()) {
            flaw = "takes a way that points do not take";
        }
        accounts.move(transfer);
        if (transfer.balance() != accounts.balance()) flaw = "tells another balance than comes out";
        if (way.isPresent() && !lots.follow(way.get(), transfer)) flaw = "has no lots like it";
        return Optional.ofNullable(flaw);
    }

    public LotBook lots() {
        return lots;
    }

    /** Wallets that points moved in. */
    public Set<String> wallets() {
        return wallets.keySet();
    }

    /** Whether what is stored is what came out. */
    public boolean agrees(Wallet wallet) {
        Accounts accounts = wallets.getOrDefault(wallet.wallet(), new Accounts());
        return accounts.agree(wallet) && wallet.transfers() == number;
    }
}
