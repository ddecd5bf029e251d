package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A member's wallets, and their transfers numbered through. */
final class SmallBook {
    final int customer;
    private final Map<String, SmallWallet> wallets = new TreeMap<>();
    private final List<Loyalty.Transfer> transfers = new ArrayList<>();

    SmallBook(int customer) {
        this.customer = customer;
        wallet("points");
    }

    SmallWallet wallet(String name) {
        return wallets.computeIfAbsent(name, missing -> new SmallWallet(name, this));
    }

    /** Its number is what comes back. */
    long move(SmallWallet wallet, String way, long amount, Instant at, int purchase, int refund, long lot) {
        String[] parts = way.split(" ");
        long number = transfers.size() + 1;
        transfers.add(new Loyalty.Transfer(
                customer,
                "regulars",
                wallet.name,
                number,
                parts[1],
                parts[2],
                amount,
                wallet.balance(),
                Micros.of(at),
                parts[0],
                purchase,
                refund,
                lot,
                customer,
                SmallLedger.writtenIn(customer, at)));
        return number;
    }

    void write(History history) {
        wallets.values().forEach(wallet -> wallet.write(history, transfers.size()));
        wallets.values().stream()
                .flatMap(SmallWallet::rows)
                .sorted(java.util.Comparator.comparing(Loyalty.Lot::number))
                .forEach(history.lots::add);
        history.transfers.addAll(transfers);
    }
}
