package io.regulars.loyalty.membership;

/** What a member has done so far that counts. */
public record Experience(long purchases, long visits) {

    public static final Experience NONE = new Experience(0, 0);

    public Experience plus(boolean visit) {
        return new Experience(purchases + 1, visits + (visit ? 1 : 0));
    }

    public Experience without(long fewerPurchases, long fewerVisits) {
        return new Experience(Math.max(0, purchases - fewerPurchases), Math.max(0, visits - fewerVisits));
    }

    Experience minus(boolean visit) {
        return new Experience(purchases - 1, visits - (visit ? 1 : 0));
    }
}
