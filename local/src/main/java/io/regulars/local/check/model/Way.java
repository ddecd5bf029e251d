package io.regulars.local.check.model;

import io.regulars.local.check.evidence.Loyalty.Transfer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every way that points may take: what it is called, between which accounts, and what it does to lots. */
public enum Way {
    EARNED("earned", "issued", "active", Touch.OPENS),
    EARNED_PENDING("earned_pending", "issued", "pending", Touch.OPENS),
    ACTIVATED("activated", "pending", "active", Touch.STARTS),
    DEBT_REPAID("debt_repaid", "active", "debt", Touch.REPAYS),
    PENDING_CANCELLED("pending_cancelled", "pending", "reversed", Touch.CANCELS),
    REVERSED("reversed", "active", "reversed", Touch.TAKES_BACK),
    OWED("owed", "debt", "reversed", Touch.NOTHING),
    EXPIRED("expired", "active", "gone", Touch.ENDS),
    /** What was said before programmes had versions. */
    ONCE_REPAID("earned", "issued", "debt", Touch.NOTHING),
    ONCE_RETURNED("returned", "active", "reversed", Touch.TAKES_BACK),
    ONCE_OWED("returned", "debt", "reversed", Touch.NOTHING),
    SPENT("spent", "active", "redeemed", Touch.SPENDS),
    SET_ASIDE("set_aside", "active", "held", Touch.SPENDS),
    RELEASED("released", "held", "active", Touch.GIVES_BACK),
    CONFIRMED("confirmed", "held", "redeemed", Touch.NOTHING),
    ADJUSTED_UP("adjusted_up", "adjustments", "active", Touch.GIVES_BACK),
    ADJUSTED_DOWN("adjusted_down", "active", "adjustments", Touch.SPENDS),
    FORFEITED("forfeited", "active", "gone", Touch.SPENDS),
    REINSTATED("reinstated", "gone", "active", Touch.GIVES_BACK),
    TRANSFERRED_OUT("transferred_out", "active", "others", Touch.GIVES_AWAY),
    TRANSFERRED_OUT_PENDING("transferred_out_pending", "pending", "others", Touch.GIVES_AWAY),
    TRANSFERRED_IN("transferred_in", "others", "active", Touch.OPENS),
    TRANSFERRED_IN_PENDING("transferred_in_pending", "others", "pending", Touch.OPENS),
    DEBT_TRANSFERRED_OUT("debt_transferred_out", "others", "debt", Touch.NOTHING),
    DEBT_TRANSFERRED_IN("debt_transferred_in", "debt", "others", Touch.NOTHING);

    /** What becomes of lots on that way. */
    enum Touch {
        NOTHING,
        OPENS,
        STARTS,
        ENDS,
        REPAYS,
        CANCELS,
        TAKES_BACK,
        SPENDS,
        GIVES_BACK,
        GIVES_AWAY
    }

    public static final Set<String> OF_MEMBERS = Set.of("active", "pending", "held", "debt");

    private static final Set<Way> EARNING = Set.of(EARNED, EARNED_PENDING, ONCE_REPAID);
    private static final Set<Way> TAKING_BACK = Set.of(PENDING_CANCELLED, REVERSED, OWED, ONCE_RETURNED, ONCE_OWED);
    private static final Map<String, Way> BY_NAME =
            Stream.of(values()).collect(Collectors.toMap(Way::whole, Function.identity()));

    final String reason;
    final String debit;
    final String credit;
    final Touch touch;

    Way(String reason, String debit, String credit, Touch touch) {
        this.reason = reason;
        this.debit = debit;
        this.credit = credit;
        this.touch = touch;
    }

    /** The way this transfer took; none where it is none that points take. */
    public static Optional<Way> of(Transfer transfer) {
        return Optional.ofNullable(BY_NAME.get(name(transfer.reason(), transfer.debit(), transfer.credit())));
    }

    /** Whether it brought points of a purchase. */
    public static boolean earns(Transfer transfer) {
        return transfer.purchase() != 0
                && of(transfer).filter(EARNING::contains).isPresent();
    }

    /** Whether it took points back for a refund. */
    public static boolean takesBack(Transfer transfer) {
        return transfer.refund() != 0
                && of(transfer).filter(TAKING_BACK::contains).isPresent();
    }

    /** Whether only a receipt can make points go it. */
    public boolean needsAReceipt() {
        return EARNING.contains(this) || TAKING_BACK.contains(this) && this != PENDING_CANCELLED;
    }

    private String whole() {
        return name(reason, debit, credit);
    }

    private static String name(String reason, String debit, String credit) {
        return reason + " " + debit + " " + credit;
    }
}
