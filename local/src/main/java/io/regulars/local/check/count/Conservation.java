package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.column.Rows;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Loyalty.Wallet;
import io.regulars.local.check.model.Passbook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Accounts whose credits less debits are not what is stored or what open lots hold; a total that is not 0. */
public final class Conservation {
    private final Evidence evidence;
    private final Tally tally = new Tally("conservation");
    private final Index<Transfer> transfers;
    private final Index<Lot> lots;
    private long total;

    private Conservation(Evidence evidence) {
        this.evidence = evidence;
        this.transfers = Index.of(evidence.loyalty.transfers, Transfer::customer, evidence.ids);
        this.lots = Index.of(evidence.loyalty.lots, Lot::customer, evidence.ids);
    }

    public static Finding find(Evidence evidence) {
        Conservation conservation = new Conservation(evidence);
        evidence.loyalty.wallets.forEach(conservation::wallet);
        conservation.strangers();
        conservation.issuer();
        return conservation.tally.finding();
    }

    private void wallet(Wallet wallet) {
        int customer = wallet.customer();
        List<Lot> held = run(evidence.loyalty.lots, lots.row(customer), Lot::customer, customer);
        Passbook passbook = new Passbook(held);
        run(evidence.loyalty.transfers, transfers.row(customer), Transfer::customer, customer)
                .forEach(transfer -> passbook.move(transfer)
                        .ifPresent(flaw ->
                                tally.wrong("transfer %d of %s %s", transfer.number(), evidence.id(customer), flaw)));
        if (!passbook.agrees(wallet)) {
            tally.wrong("wallet of %s is not what its transfers come to", evidence.id(customer));
        }
        long open = held.stream().mapToLong(Lot::remaining).sum();
        if (open != wallet.active()) {
            tally.wrong("open lots of %s hold %d, active are %d", evidence.id(customer), open, wallet.active());
        }
        for (Lot lot : held) {
            if (passbook.lots().left(lot) == lot.remaining()) continue;
            tally.wrong(
                    "lot %d of %s holds %d, transfers leave %d",
                    lot.number(),
                    evidence.id(customer),
                    lot.remaining(),
                    passbook.lots().left(lot));
        }
        total += wallet.active() + wallet.pending() + wallet.held() - wallet.debt();
    }

    /** Rows of one customer lie together, in the order of their numbers. */
    private static <R extends Record> List<R> run(Rows<R> rows, int first, ToIntFunction<R> customerOf, int customer) {
        List<R> run = new ArrayList<>();
        for (int row = first; row >= 0 && row < rows.size(); row++) {
            R each = rows.get(row);
            if (customerOf.applyAsInt(each) != customer) break;
            run.add(each);
        }
        return run;
    }

    private void strangers() {
        Index<Wallet> wallets = Index.of(evidence.loyalty.wallets, Wallet::customer, evidence.ids);
        evidence.loyalty.transfers.stream()
                .filter(each -> !wallets.has(each.customer()))
                .forEach(each -> tally.wrong(
                        "transfer %d of %s, who has no wallet", each.number(), evidence.id(each.customer())));
        evidence.loyalty.lots.stream()
                .filter(each -> !wallets.has(each.customer()))
                .forEach(each ->
                        tally.wrong("lot %d of %s, who has no wallet", each.number(), evidence.id(each.customer())));
    }

    private void issuer() {
        for (Transfer each : evidence.loyalty.transfers) {
            if (Passbook.OF_ISSUER.contains(each.debit())) total -= each.amount();
            if (Passbook.OF_ISSUER.contains(each.credit())) total += each.amount();
        }
        if (total != 0) tally.wrong("all accounts together hold %d points", total);
    }
}
