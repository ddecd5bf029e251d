package io.regulars.local.check.model;

import io.regulars.local.check.evidence.Loyalty.Extension;
import io.regulars.local.check.evidence.Loyalty.Lot;
import io.regulars.local.check.evidence.Loyalty.Transfer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A member's lots, opened, moved and drawn from again as transfers say; what comes out must be what is stored. */
public final class LotBook {
    private static final Comparator<Lot> BY_NUMBER = Comparator.comparingLong(Lot::number);
    private static final Comparator<Lot> SPENDING_ORDER = Comparator.comparingLong(Lot::expiresAt)
            .thenComparingLong(Lot::earnedAt)
            .thenComparing(BY_NUMBER);

    private final Map<Long, Lot> stored = new HashMap<>();
    private final Map<Long, List<Extension>> extensions;
    private final Map<Long, Open> open = new HashMap<>();
    private Open fresh;

    /** A lot as far as transfers have told of it. */
    private static final class Open {
        Lot lot;
        String state;
        long left;

        Open(Lot lot, String state) {
            this.lot = lot;
            this.state = state;
            this.left = lot.points();
        }

        boolean is(String other) {
            return state.equals(other);
        }
    }

    /** @param extensions in the order in which ends were put off, or came to be known */
    public LotBook(List<Lot> stored, List<Extension> extensions) {
        this.extensions = extensions.stream().collect(Collectors.groupingBy(Extension::lot));
        stored.forEach(lot -> this.stored.put(lot.number(), lot));
    }

    /** Does what this way does to lots; false where no lots like these can have gone it. */
    boolean follow(Way way, Transfer transfer) {
        if (!extensions.isEmpty()) goBackTo(transfer);
        return switch (way.touch) {
            case NOTHING -> true;
            case OPENS -> opens(transfer);
            case STARTS -> starts(transfer);
            case ENDS -> ends(transfer);
            case REPAYS -> repays(transfer);
            case CANCELS -> draw(transfer, "pending", named(transfer), SPENDING_ORDER) == 0;
            case TAKES_BACK -> takesBack(transfer);
            case SPENDS -> draw(transfer, "active", lot -> lot.expiresAt() > transfer.at(), SPENDING_ORDER) == 0;
            case GIVES_AWAY -> givesAway(transfer);
            case GIVES_BACK ->
                transfer.lot() == 0 || transfer.lot() == transfer.number() ? opens(transfer) : givesBack(transfer);
        };
    }

    /** What is spent first goes by the ends as they were then. */
    private void goBackTo(Transfer transfer) {
        for (Open each : open.values()) {
            Lot now = stored.get(each.lot.number());
            each.lot = extensions.getOrDefault(now.number(), List.of()).stream()
                    .filter(extension -> extension.isAfter(transfer))
                    .findFirst()
                    .map(extension -> now.endingAt(extension.endedAt()))
                    .orElse(now);
        }
    }

    /** The lot a transfer opens carries its number. */
    private boolean opens(Transfer transfer) {
        Lot lot = stored.get(transfer.number());
        if (lot == null) return false;
        fresh = new Open(lot, transfer.credit());
        open.put(lot.number(), fresh);
        return lot.points() == transfer.amount()
                && lot.purchase() == transfer.purchase()
                && lot.wallet().equals(transfer.wallet());
    }

    private boolean starts(Transfer transfer) {
        Open named = open.get(transfer.lot());
        if (named == null || !named.is("pending") || named.lot.startsAt() > transfer.at()) return false;
        named.state = "active";
        fresh = named;
        return named.left == transfer.amount() && named.lot.wallet().equals(transfer.wallet());
    }

    private boolean ends(Transfer transfer) {
        Open named = open.get(transfer.lot());
        if (named == null || !named.is("active") || named.lot.expiresAt() > transfer.at()) return false;
        boolean whole = named.left == transfer.amount() && named.lot.wallet().equals(transfer.wallet());
        named.state = "expired";
        named.left = 0;
        return whole;
    }

    /** From what just became active, and no other lot. */
    private boolean repays(Transfer transfer) {
        boolean right = fresh != null
                && fresh.is("active")
                && fresh.lot.wallet().equals(transfer.wallet())
                && (transfer.lot() == 0 || transfer.lot() == fresh.lot.number())
                && fresh.left >= transfer.amount();
        if (right) fresh.left -= transfer.amount();
        return right;
    }

    /** The purchase's own lots first, then what is spent first of all that has not expired by then. */
    private boolean takesBack(Transfer transfer) {
        long left =
                transfer.purchase() == 0 ? transfer.amount() : draw(transfer, "active", own(transfer), SPENDING_ORDER);
        Predicate<Lot> lasting = lot -> lot.expiresAt() > transfer.at();
        return draw(transfer, left, "active", lasting, SPENDING_ORDER) == 0;
    }

    /** A whole lot; or, where none is named, what pays somebody else's debt. */
    private boolean givesAway(Transfer transfer) {
        if (transfer.lot() == 0) {
            return draw(transfer, "active", lot -> lot.expiresAt() > transfer.at(), SPENDING_ORDER) == 0;
        }
        Open named = open.get(transfer.lot());
        if (named == null || !named.is(transfer.debit()) || named.left != transfer.amount()) return false;
        named.left = 0;
        return named.lot.wallet().equals(transfer.wallet()) && named.lot.purchase() == transfer.purchase();
    }

    private boolean givesBack(Transfer transfer) {
        Open named = open.get(transfer.lot());
        if (named == null || !named.lot.wallet().equals(transfer.wallet())) return false;
        named.state = "active";
        named.left += transfer.amount();
        fresh = named;
        return named.left <= named.lot.points();
    }

    /** Of its purchase; where it names none, all are. */
    private static Predicate<Lot> own(Transfer transfer) {
        return lot -> transfer.purchase() == 0 || lot.purchase() == transfer.purchase();
    }

    /** What is given up, because what it waited for did not come, is named. */
    private static Predicate<Lot> named(Transfer transfer) {
        return transfer.lot() == 0 ? own(transfer) : lot -> lot.number() == transfer.lot();
    }

    private long draw(Transfer transfer, String state, Predicate<Lot> chosen, Comparator<Lot> order) {
        return draw(transfer, transfer.amount(), state, chosen, order);
    }

    /** Takes points out of one lot after the other; answers what was not there. */
    private long draw(Transfer transfer, long points, String state, Predicate<Lot> chosen, Comparator<Lot> order) {
        Stream<Open> chosenOnes = open.values().stream()
                .filter(each -> each.left > 0 && each.is(state) && chosen.test(each.lot))
                .filter(each -> each.lot.wallet().equals(transfer.wallet()));
        long wanted = points;
        for (Open each :
                chosenOnes.sorted(Comparator.comparing(one -> one.lot, order)).toList()) {
            long drawn = Math.min(wanted, each.left);
            each.left -= drawn;
            wanted -= drawn;
        }
        return wanted;
    }

    /** What is left of the lot that became active last: what repays a debt. */
    long leftOfFresh() {
        return fresh == null ? 0 : fresh.left;
    }

    /** What must be left of a lot; -1 where no transfer opened it. */
    public long left(Lot lot) {
        return open.containsKey(lot.number()) ? open.get(lot.number()).left : -1;
    }

    /** Whether a lot is in the state that transfers left it in; without points it goes on by its dates unseen. */
    public boolean hasState(Lot lot) {
        Open known = open.get(lot.number());
        return known == null || known.left == 0 || known.is(lot.state());
    }
}
