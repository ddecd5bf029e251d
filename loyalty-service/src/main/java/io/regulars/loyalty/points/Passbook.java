package io.regulars.loyalty.points;

import io.regulars.events.MembershipEvent.Points;
import io.regulars.loyalty.contact.Contact;
import io.regulars.loyalty.points.PutOff.Ended;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.points.life.WalletReading;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.RefundPolicy.WhenSpent;
import io.regulars.loyalty.programme.terms.MembershipRules;
import io.regulars.loyalty.refund.takeback.SettlementRules;
import io.regulars.loyalty.refund.takeback.SettlementRules.Settlement;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** One member's points while facts are folded: wallets, their lots, and the transfers that explain every change. */
public final class Passbook {

    private final UUID customerId;
    private final String programme;
    private final Map<String, OpenWallet> wallets = new LinkedHashMap<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<PutOff> putOff = new ArrayList<>();
    private long number;

    /**
     * @param number of the last transfer
     * @param lots those that hold points, by wallet; null where none of them can be touched
     */
    public Passbook(
            UUID customerId, String programme, long number, Collection<Wallet> wallets, Map<String, List<Lot>> lots) {
        this.customerId = customerId;
        this.programme = programme;
        this.number = number;
        for (Wallet wallet : wallets) {
            List<Lot> own = lots == null ? null : lots.getOrDefault(wallet.id(), List.of());
            this.wallets.put(wallet.id(), new OpenWallet(wallet, own, this));
        }
    }

    /** Of somebody who has just joined: all wallets of the programme, empty. */
    public static Passbook empty(UUID customerId, ProgrammeVersion version, long number) {
        List<Wallet> wallets = version.document().wallets().stream()
                .map(wallet -> Wallet.empty(wallet.id()))
                .toList();
        return new Passbook(customerId, version.id(), number, wallets, Map.of());
    }

    /** Earned points, in lots that start and end together. */
    public void earn(List<NewLot> opened, Instant earnedAt, Instant now, Origin origin) {
        earn(opened, earnedAt, now, origin, false);
    }

    /** @param late the purchase came after the grace */
    public void earn(List<NewLot> opened, Instant earnedAt, Instant now, Origin origin, boolean late) {
        for (NewLot lot : opened) wallet(lot.opening().wallet()).earn(lot, earnedAt, now, origin, late);
        if (opened.stream().anyMatch(lot -> lot.opening().isOver(now))) postDue(now, origin.causedBy());
    }

    public void postDue(Instant now, UUID causedBy) {
        wallets.values().forEach(wallet -> wallet.postDue(now, causedBy));
    }

    /** The same, but for points that end with that very instant: for a moment longer they are there. */
    public void postStarted(Instant now, UUID causedBy) {
        wallets.values().forEach(wallet -> wallet.postStarted(now, causedBy));
    }

    /** When points of that wallet started or ended, up to now, as far as nobody has posted it. */
    public Set<Instant> moments(String id, Instant now) {
        return wallet(id).moments(now);
    }

    /** Takes back what it can of these points, as the programme says when some are spent; says what became of it. */
    public Settlement takeBack(String id, long points, WhenSpent policy, Origin origin, Instant at) {
        OpenWallet wallet = wallet(id);
        Settlement settled = SettlementRules.settle(
                points, wallet.pendingOf(origin.purchaseId()), wallet.wallet().active(), policy);
        wallet.takeBack(settled, origin, at);
        return settled;
    }

    /** The transfer moved points of a purchase that came after the grace. */
    public boolean isLate(Transfer transfer) {
        return wallet(transfer.wallet()).isLate(transfer.lot());
    }

    /** The member leaves: points are kept, frozen or given up, as the programme says. */
    public void leave(ProgrammeVersion version, UUID causedBy, Instant at) {
        for (OpenWallet wallet : wallets.values()) {
            wallet.giveUp(
                    MembershipRules.leaving(wallet.wallet().holdings(), version), Origin.nothingBut(causedBy), at);
        }
    }

    /** Points given by hand: a lot of their own, which can be spent at once and repays debt first. */
    public void adjust(String wallet, long points, Life life, Origin origin, Instant at) {
        wallet(wallet).give(Movement.ADJUSTED_UP, points, life, origin, at);
    }

    /** Points that had expired are there again, in a lot of their own. */
    public void reinstate(String wallet, long points, Life life, Origin origin, Instant at) {
        wallet(wallet).give(Movement.REINSTATED, points, life, origin, at);
    }

    /** Points taken by hand, from active lots in spending order; all of them, or none and false. */
    public boolean takeAway(String wallet, long points, Origin origin, Instant at) {
        return wallet(wallet).takeAway(Movement.ADJUSTED_DOWN, points, origin, at);
    }

    /** A lot that holds points lasts to that instant; never sooner than before. */
    public void extend(long lot, Instant expiresAt) {
        wallets.values().forEach(wallet -> wallet.putOff(lot, expiresAt));
    }

    /** What points waited for has happened: they start when it can no longer be cancelled. */
    public void start(Contact contact, Map<String, Instant> signs, Calendar calendar, Cause cause) {
        List<Ended> ended = new ArrayList<>();
        wallets.values().forEach(wallet -> ended.addAll(wallet.lots().start(contact, signs, calendar)));
        keep(ended, cause);
    }

    /** A sign of life: what ends with inactivity ends later. */
    public void putOff(String activity, Instant at, Calendar calendar, Cause cause) {
        List<Ended> ended = new ArrayList<>();
        wallets.values().forEach(wallet -> ended.addAll(wallet.lots().putOff(activity, at, calendar)));
        keep(ended, cause);
    }

    private void keep(List<Ended> ended, Cause cause) {
        if (!ended.isEmpty()) putOff.add(new PutOff(number, ended, cause.eventId(), cause.recordedAt()));
    }

    /** The ends that were put off here, or are known since. */
    List<PutOff> putOff() {
        return putOff;
    }

    /**
     * Gives points to somebody else as they stand, with their dates and what they were for.
     *
     * @param chosen which of them; {@code debts} whether what is owed goes, too
     * @param side whose each would be had nobody been merged
     */
    public void giveTo(
            Passbook other, Predicate<Lot> chosen, boolean debts, Function<Lot, UUID> side, UUID mergeId, Instant at) {
        for (OpenWallet wallet : List.copyOf(wallets.values())) {
            OpenWallet there = other.wallet(wallet.wallet().id());
            for (Lot lot : wallet.giveAway(chosen, mergeId, at)) there.take(lot, side.apply(lot), mergeId, at);
            long owed = debts ? wallet.giveAwayDebt(mergeId, at) : 0;
            if (owed > 0) there.takeDebt(owed, mergeId, at);
        }
    }

    /** A lot that was opened here or held points when the book was. */
    public Optional<Lot> lot(long number) {
        return wallets.values().stream()
                .flatMap(wallet -> wallet.lot(number).stream())
                .findFirst();
    }

    /** A wallet that a later version of the programme brought begins empty. */
    private OpenWallet wallet(String id) {
        return wallets.computeIfAbsent(id, missing -> new OpenWallet(Wallet.empty(missing), List.of(), this));
    }

    long post(String wallet, Movement way, long amount, Long lot, Origin origin, Instant at, long balance) {
        number++;
        transfers.add(new Transfer(customerId, programme, wallet, number, way, amount, lot, origin, at, balance));
        return number;
    }

    /** The wallet as facts tell it. */
    public Points points(String id, long earned) {
        Wallet wallet = wallet(id).wallet();
        return new Points(earned, wallet.pending(), wallet.balance());
    }

    /** What the member is shown of one kind of points. */
    public long shown(String id) {
        return wallet(id).wallet().balance();
    }

    /** Something is to be written, if only when to look again. */
    public boolean isMoved() {
        return !transfers.isEmpty()
                || !moved().isEmpty()
                || wallets.values().stream().anyMatch(OpenWallet::isRescheduled);
    }

    /** What there is of a wallet at that moment, by when it can be spent and by when it is gone. */
    public WalletReading reading(String id, Instant at) {
        return wallet(id).reading(at);
    }

    /** Points at hand in each wallet, pending ones too, debt taken off. */
    public Map<String, Long> balances() {
        Map<String, Long> balances = new LinkedHashMap<>();
        wallets.forEach((id, open) ->
                balances.put(id, open.wallet().balance() + open.wallet().pending()));
        return balances;
    }

    public UUID customerId() {
        return customerId;
    }

    public String programme() {
        return programme;
    }

    public List<Transfer> transfers() {
        return transfers;
    }

    /** The number of the last transfer. */
    public long number() {
        return number;
    }

    public List<Wallet> wallets() {
        return wallets.values().stream().map(OpenWallet::wallet).toList();
    }

    /** Lots opened here. */
    public List<Lot> opened() {
        return changed(true);
    }

    /** Lots from before that are no longer what they were. */
    public List<Lot> moved() {
        return changed(false);
    }

    private List<Lot> changed(boolean opened) {
        List<Lot> changed = new ArrayList<>();
        for (OpenWallet wallet : wallets.values()) changed.addAll(wallet.changed(opened));
        return changed;
    }
}
