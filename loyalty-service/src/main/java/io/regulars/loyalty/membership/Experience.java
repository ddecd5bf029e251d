package io.regulars.loyalty.membership;

/** What a member has done so far that counts. */
public record Experience(long purchases, long visits) {

    public static final Experience NONE = new Experience(0, 0);

    Experience plus(boolean visit) {
        return new Experience(purchases + 1, visits + (visit ? 1 : 0));
    }

    Experience minus(boolean visit) {
        return new Experience(purchases - 1, visits - (visit ? 1 : 0));
    }
}
