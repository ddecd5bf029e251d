package io.regulars.local.simulator.town;

import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Refund.Original;
import io.regulars.local.simulator.chance.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One trading day of a made-up town: everything that is done to the suite from outside, in the order it gets there. */
public final class Town {
    private static final double WAITS = 0.03;
    private static final double HANGS_UP = 0.02;
    private static final double POSTS_AGAIN = 0.03;
    private static final double CONTRADICTS = 0.003;
    private static final double GARBLES = 0.005;
    private static final double WITHOUT_ORIGINAL = 0.1;
    private static final double DELIVERS_AGAIN = 0.15;
    private static final double REGRETS = 0.01;
    private static final int BATCH = 100;

    private final Chance chance;
    private final Chance regrets;
    private final List<Store> stores;
    private final List<Visit> visits;
    private final WriteReceipts write;
    private final List<Act> acts = new ArrayList<>();
    private final Map<Till, List<Slip>> kept = new LinkedHashMap<>();
    private final List<Act> contacts;
    private final Map<Shopper, Life> lives = new HashMap<>();

    private Town(TownOptions options) {
        chance = new Chance(31 * options.seed() + options.chapter());
        regrets = new Chance(37 * options.seed() + options.chapter());
        stores = Store.of(options, chance);
        visits = Visit.of(options, People.of(options), stores, chance);
        contacts = Contacts.before(visits, options);
        write = new WriteReceipts(options, chance);
    }

    /** The same options make the same day, to the last digit. */
    public static List<Act> day(TownOptions options) {
        return new Town(options).played();
    }

    private List<Act> played() {
        visits.forEach(this::play);
        kept.forEach(this::deliver);
        acts.addAll(contacts);
        acts.sort(Comparator.comparing(Act::at));
        return List.copyOf(acts);
    }

    private void play(Visit visit) {
        boolean online = !visit.till().isOfflineAt(visit.at());
        Life life = visit.shopper() == null
                ? null
                : lives.computeIfAbsent(visit.shopper(), shopper -> new Life(shopper, chance));
        Act.Enrol joins = life == null ? null : life.joinOn(visit, chance);
        if (joins != null) acts.add(joins);
        CustomerRef named = life == null ? null : life.named(online, chance);
        Purchase purchase = write.purchase(visit.at(), visit.till(), named);
        hand(visit.at(), visit.till(), Slip.of(visit.shopper(), purchase));
        if (regrets.in(REGRETS)) undo(visit, purchase);
        if (visit.returns()) comeBack(visit, purchase, online);
        if (chance.in(GARBLES)) garble(visit, online);
    }

    private void hand(Instant at, Till till, Slip slip) {
        if (till.isOfflineAt(at)) {
            kept.computeIfAbsent(till, first -> new ArrayList<>()).add(slip);
            return;
        }
        int times = chance.in(POSTS_AGAIN) ? chance.between(2, 3) : 1;
        boolean contradicts = slip.purchase() != null && !slip.isFlawed() && chance.in(CONTRADICTS);
        Purchase other = contradicts ? WriteReceipts.contradicted(slip.purchase()) : null;
        boolean waits = introduces(slip) || chance.in(WAITS);
        acts.add(new Act.Post(at, slip, times, other, waits, chance.in(HANGS_UP)));
    }

    /** Other identifiers are used alone only once the suite is known to have taken them in. */
    private static boolean introduces(Slip slip) {
        return slip.shopper() != null
                && slip.purchase() != null
                && slip.shopper().hasOthers()
                && slip.shopper().full().equals(slip.purchase().customer());
    }

    /** A cashier sees at once that it was rung up wrong; what an offline till kept is undone before it is heard of. */
    private void undo(Visit visit, Purchase purchase) {
        Instant at = visit.at().plusSeconds(regrets.between(5, 120));
        acts.add(new Act.Undo(at, visit.shopper(), purchase, regrets.in(POSTS_AGAIN) ? 2 : 1));
    }

    /** Goods of an offline till come back to another one soon, and so before their purchase is heard of. */
    private void comeBack(Visit visit, Purchase purchase, boolean online) {
        Instant at = visit.at().plusSeconds(60L * (online ? chance.between(10, 300) : chance.between(2, 20)));
        Store own = visit.till().store();
        Store other = chance.in(0.8) ? own : chance.oneOf(stores);
        if (!own.open().include(at)) at = visit.at().plusSeconds(1);
        Till till = chance.oneOf((other.open().include(at) ? other : own).tills());
        CustomerRef usual = visit.shopper() == null ? null : visit.shopper().usual();
        boolean unknown = usual != null && chance.in(WITHOUT_ORIGINAL);
        Original original = unknown ? null : write.originalOf(purchase);
        CustomerRef named = unknown || chance.in(0.3) ? usual : null;
        hand(at, till, Slip.of(visit.shopper(), write.refund(at, till, purchase, original, named)));
    }

    private void garble(Visit visit, boolean online) {
        Flaw flaw = chance.oneOf(List.of(Flaw.values()));
        if (!online && !flaw.fitsABatch()) return;
        CustomerRef named = visit.shopper() == null ? null : visit.shopper().usual();
        Purchase purchase = flaw == Flaw.STORE_OF_SOMEBODY_ELSE
                ? write.misplaced(visit.at(), visit.till(), named)
                : write.purchase(visit.at(), visit.till(), named);
        hand(visit.at(), visit.till(), new Slip(visit.shopper(), purchase, null, flaw));
    }

    private void deliver(Till till, List<Slip> slips) {
        chance.shuffle(slips);
        for (int from = 0; from < slips.size(); from += BATCH) {
            List<Slip> batch = List.copyOf(slips.subList(from, Math.min(slips.size(), from + BATCH)));
            acts.add(new Act.Deliver(till.delivers(), batch, chance.in(0.5), chance.in(DELIVERS_AGAIN) ? 2 : 1));
        }
    }
}
