package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Loyalty.Extension;
import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import io.regulars.local.check.evidence.Loyalty.Wallet;
import io.regulars.local.check.model.Passbook;
import io.regulars.local.check.model.Way;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Accounts whose credits less debits are not what is stored or what lots hold; a total that is not 0. */
public final class Conservation {
    private final Evidence evidence;
    private final Tally tally = new Tally("conservation");
    private final Index<Transfer> transfers;
    private final Index<Lot> lots;
    private final Index<Wallet> wallets;
    private final Index<Extension> extensions;
    private long total;

    private Conservation(Evidence evidence) {
        this.evidence = evidence;
        this.transfers = Index.of(evidence.loyalty.transfers, Transfer::customer, evidence.ids);
        this.lots = Index.of(evidence.loyalty.lots, Lot::customer, evidence.ids);
        this.wallets = Index.of(evidence.loyalty.wallets, Wallet::customer, evidence.ids);
        this.extensions = Index.of(evidence.loyalty.extensions, Extension::customer, evidence.ids);
    }

    public static Finding find(Evidence evidence) {
        Conservation conservation = new Conservation(evidence);
        for (int row = 0; row < evidence.loyalty.wallets.size(); row++) {
            int customer = evidence.loyalty.wallets.get(row).customer();
            if (conservation.wallets.isFirst(row, customer)) conservation.customer(customer);
        }
        conservation.strangers();
        conservation.issuer();
        new MergedPoints(evidence, conservation.tally).compare();
        return conservation.tally.finding();
    }

    private void customer(int customer) {
        wallets.run(customer).stream()
                .collect(Collectors.groupingBy(Wallet::programme))
                .forEach((programme, own) -> member(customer, programme, own));
    }

    private void member(int customer, String programme, List<Wallet> own) {
        List<Lot> held = lots.run(customer).stream()
                .filter(lot -> lot.programme().equals(programme))
                .toList();
        List<Extension> putOff = extensions.run(customer).stream()
                .filter(extension -> extension.programme().equals(programme))
                .sorted(Comparator.comparingLong(Extension::at))
                .toList();
        Passbook passbook = new Passbook(held, putOff);
        transfers.run(customer).stream()
                .filter(transfer -> transfer.programme().equals(programme))
                .forEach(transfer -> passbook.move(transfer)
                        .ifPresent(flaw ->
                                tally.wrong("transfer %d of %s %s", transfer.number(), evidence.id(customer), flaw)));
        own.forEach(wallet -> wallet(wallet, passbook, held));
        Set<String> missing = new HashSet<>(passbook.wallets());
        held.forEach(lot -> missing.add(lot.wallet()));
        own.forEach(wallet -> missing.remove(wallet.wallet()));
        missing.forEach(name -> tally.wrong("%s has points but no wallet of %s", evidence.id(customer), name));
        held.forEach(lot -> lot(lot, passbook));
    }

    private void wallet(Wallet wallet, Passbook passbook, List<Lot> held) {
        if (!passbook.agrees(wallet)) {
            tally.wrong("wallet of %s is not what its transfers come to", evidence.id(wallet.customer()));
        }
        long active = hold(held, wallet.wallet(), "active");
        long pending = hold(held, wallet.wallet(), "pending");
        if (active != wallet.active() || pending != wallet.pending()) {
            tally.wrong(
                    "lots of %s hold %d active, %d pending; its wallet says %d and %d",
                    evidence.id(wallet.customer()), active, pending, wallet.active(), wallet.pending());
        }
        total += wallet.active() + wallet.pending() + wallet.held() - wallet.debt();
    }

    private static long hold(List<Lot> held, String wallet, String state) {
        return held.stream()
                .filter(lot -> lot.wallet().equals(wallet) && lot.state().equals(state))
                .mapToLong(Lot::remaining)
                .sum();
    }

    private void lot(Lot lot, Passbook passbook) {
        long left = passbook.lots().left(lot);
        if (left != lot.remaining()) {
            tally.wrong(
                    "lot %d of %s holds %d, transfers leave %d",
                    lot.number(), evidence.id(lot.customer()), lot.remaining(), left);
        }
        if (!passbook.lots().hasState(lot)) {
            tally.wrong("lot %d of %s cannot be %s", lot.number(), evidence.id(lot.customer()), lot.state());
        }
    }

    private void strangers() {
        evidence.loyalty.transfers.stream()
                .filter(each -> !wallets.has(each.customer()))
                .forEach(each -> tally.wrong(
                        "transfer %d of %s, who has no wallet", each.number(), evidence.id(each.customer())));
        evidence.loyalty.lots.stream()
                .filter(each -> !wallets.has(each.customer()))
                .forEach(each ->
                        tally.wrong("lot %d of %s, who has no wallet", each.number(), evidence.id(each.customer())));
    }

    /** Whatever account is not a member's is the issuer's. */
    private void issuer() {
        for (Transfer each : evidence.loyalty.transfers) {
            if (!Way.OF_MEMBERS.contains(each.debit())) total -= each.amount();
            if (!Way.OF_MEMBERS.contains(each.credit())) total += each.amount();
        }
        if (total != 0) tally.wrong("all accounts together hold %d points", total);
    }
}
