package io.regulars.loyalty.night.visit;

/**
 * How many were visited, and how many facts that brought.
 *
 * @param left those whom somebody else held
 */
public record Visited(int customers, int facts, int left) {

    public static final Visited NOBODY = new Visited(0, 0, 0);

    public Visited and(Visited others) {
        return new Visited(customers + others.customers, facts + others.facts, left + others.left);
    }
}
