package io.regulars.loyalty.points.life;

import static io.regulars.loyalty.points.life.Movement.Place.*;

import java.util.Locale;

/** Every way points can move: from one place to another, so that all places together are always 0. */
public enum Movement {
    EARNED(ISSUED, ACTIVE),
    EARNED_PENDING(ISSUED, PENDING),
    ACTIVATED(PENDING, ACTIVE),
    PENDING_CANCELLED(PENDING, TAKEN_BACK),
    SET_ASIDE(ACTIVE, HELD),
    RELEASED(HELD, ACTIVE),
    CONFIRMED(HELD, REDEEMED),
    SPENT(ACTIVE, REDEEMED),
    RETURNED(REDEEMED, ACTIVE),
    EXPIRED(ACTIVE, GONE),
    REINSTATED(GONE, ACTIVE),
    REVERSED(ACTIVE, TAKEN_BACK),
    /** Taken back beyond what was there. */
    OWED(DEBT, TAKEN_BACK),
    DEBT_REPAID(ACTIVE, DEBT),
    DEBT_FORGIVEN(ADJUSTMENTS, DEBT),
    ADJUSTED_UP(ADJUSTMENTS, ACTIVE),
    ADJUSTED_DOWN(ACTIVE, ADJUSTMENTS),
    TRANSFERRED_IN(OTHERS, ACTIVE),
    TRANSFERRED_IN_PENDING(OTHERS, PENDING),
    TRANSFERRED_OUT(ACTIVE, OTHERS),
    TRANSFERRED_OUT_PENDING(PENDING, OTHERS),
    /** What somebody else owed is owed here. */
    DEBT_TRANSFERRED_IN(DEBT, OTHERS),
    DEBT_TRANSFERRED_OUT(OTHERS, DEBT),
    FORFEITED(ACTIVE, GONE);

    /** How it is written in the books. */
    public String storedAs() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where points are. A member has the first four; debt is the only one that is below zero. */
    public enum Place {
        ACTIVE,
        PENDING,
        HELD,
        DEBT,
        ISSUED,
        REDEEMED,
        TAKEN_BACK,
        GONE,
        ADJUSTMENTS,
        OTHERS;

        /** How it is written in the books. */
        public String storedAs() {
            return this == TAKEN_BACK ? "reversed" : name().toLowerCase(Locale.ROOT);
        }
    }

    private final Place from;
    private final Place to;

    Movement(Place from, Place to) {
        this.from = from;
        this.to = to;
    }

    public Place from() {
        return from;
    }

    public Place to() {
        return to;
    }
}
