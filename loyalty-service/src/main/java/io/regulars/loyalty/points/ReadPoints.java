package io.regulars.loyalty.points;

import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.WalletView.Amounts;
import io.regulars.loyalty.points.WalletView.KindOfPoints;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.WalletReading;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.document.WalletPolicy.PointName;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a member has at a moment: read off the lots, so that it is right before anybody has posted what is due. */
@ApplicationScoped
public class ReadPoints {

    private final PointsLedger points;
    private final Lots lots;

    ReadPoints(PointsLedger points, Lots lots) {
        this.points = points;
        this.lots = lots;
    }

    /** The programme's wallets, and those that only an older version had. */
    public List<KindOfPoints> of(Tx tx, Owner owner, ProgrammeVersion version, Instant now) {
        Supplier<Map<Owner, List<Wallet>>> wallets = points.wallets(tx, List.of(owner.customerId()));
        Supplier<Map<Owner, Map<String, List<Lot>>>> open = lots.open(tx, List.of(owner.customerId()));
        List<Wallet> stored = wallets.get().getOrDefault(owner, List.of());
        Map<String, List<Lot>> held = open.get().getOrDefault(owner, Map.of());
        Map<String, PointName> names = new LinkedHashMap<>();
        for (WalletPolicy wallet : version.document().wallets()) names.put(wallet.id(), wallet.name());
        for (Wallet wallet : stored) names.putIfAbsent(wallet.id(), null);
        List<KindOfPoints> kinds = new ArrayList<>();
        names.forEach((id, name) -> kinds.add(kind(wallet(stored, id), name, held.getOrDefault(id, List.of()), now)));
        return kinds;
    }

    private static Wallet wallet(List<Wallet> stored, String id) {
        return stored.stream()
                .filter(wallet -> wallet.id().equals(id))
                .findFirst()
                .orElse(Wallet.empty(id));
    }

    private static KindOfPoints kind(Wallet wallet, PointName name, List<Lot> lots, Instant now) {
        List<DatedLot> dated =
                lots.stream().filter(lot -> !lot.isGivenUp(now)).map(Lot::dated).toList();
        WalletReading reading = WalletReading.of(dated, now);
        long balance = reading.active() - wallet.debt();
        Amounts amounts =
                new Amounts(Math.max(0, balance), reading.pending(), wallet.held(), Math.max(0, -balance), balance);
        return new KindOfPoints(wallet.id(), name, amounts, reading.starting(), reading.expiring());
    }
}
