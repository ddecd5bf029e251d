package io.regulars.loyalty.points;

/**
 * What a member has. Debt is what was taken back beyond what was there; it is repaid first, so one of active and debt
 * is 0.
 *
 * @param transfers how many transfers led here
 */
public record Wallet(long active, long pending, long held, long debt, long transfers) {

    public static final Wallet EMPTY = new Wallet(0, 0, 0, 0, 0);

    /** What the member is shown. */
    public long balance() {
        return active - debt;
    }

    /** This wallet after points moved from one account to another. */
    Wallet moved(Account debit, Account credit, long points) {
        return credited(debit, -points).credited(credit, points).counted();
    }

    private Wallet credited(Account account, long points) {
        return switch (account) {
            case ACTIVE -> new Wallet(active + points, pending, held, debt, transfers);
            case PENDING -> new Wallet(active, pending + points, held, debt, transfers);
            case HELD -> new Wallet(active, pending, held + points, debt, transfers);
            case DEBT -> new Wallet(active, pending, held, debt - points, transfers);
            case ISSUED, REVERSED -> this;
        };
    }

    private Wallet counted() {
        return new Wallet(active, pending, held, debt, transfers + 1);
    }
}
