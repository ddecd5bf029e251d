package io.regulars.loyalty.programme.terms;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which version a fact is judged by, and what may be published and withdrawn when. Versions never change. */
public final class VersionRules {

    private VersionRules() {}

    /** A version that is in force from an instant on, until the next one is. */
    public record Published(int number, Instant from) {}

    public enum State {
        DRAFT,
        /** Published, and in force from a later instant on. */
        SCHEDULED,
        PUBLISHED,
        SUPERSEDED
    }

    /** The version in force when something happened; before the first one there is none. */
    public static Optional<Published> inForce(List<Published> versions, Instant occurredAt) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(occurredAt))
                .max(Comparator.comparing(Published::from).thenComparingInt(Published::number));
    }

    public static State stateOf(int number, List<Published> versions, Instant now) {
        Optional<Published> version =
                versions.stream().filter(each -> each.number() == number).findFirst();
        if (version.isEmpty()) return State.DRAFT;
        if (version.get().from().isAfter(now)) return State.SCHEDULED;
        boolean isInForce = inForce(versions, now).map(Published::number).equals(Optional.of(number));
        return isInForce ? State.PUBLISHED : State.SUPERSEDED;
    }

    /** Why it may not be published, in words, or nothing. What was judged already stays as it was judged. */
    public static Optional<String> whyNot(
            int number, Instant from, String author, String approver, List<Published> versions, Instant now) {
        if (stateOf(number, versions, now) != State.DRAFT) return Optional.of("Version " + number + " is published.");
        if (author.equals(approver)) return Optional.of("A second person publishes what somebody has written.");
        if (from.isBefore(now)) return Optional.of("A version is in force from now on or later.");
        if (versions.stream().noneMatch(version -> version.from().equals(from))) return Optional.empty();
        String instead = from.isAfter(now) ? "withdraw that first." : "choose a later moment.";
        return Optional.of("Another version is in force from then on; " + instead);
    }

    /** Why it may not be withdrawn, in words, or nothing. By what has begun something may have been judged. */
    public static Optional<String> whyNotWithdrawn(int number, List<Published> versions, Instant now) {
        return switch (stateOf(number, versions, now)) {
            case SCHEDULED -> Optional.empty();
            case DRAFT -> Optional.of("Version " + number + " is not published.");
            case PUBLISHED, SUPERSEDED ->
                Optional.of(
                        "Version " + number + " has begun. To undo it, publish what was before it as a new version.");
        };
    }

    /** What is in force right before an instant. */
    public static Optional<Published> before(List<Published> versions, Instant instant) {
        return inForce(
                versions.stream().filter(each -> each.from().isBefore(instant)).toList(), instant);
    }

    /** What comes into force next after an instant. */
    public static Optional<Published> after(List<Published> versions, Instant instant) {
        return versions.stream()
                .filter(version -> version.from().isAfter(instant))
                .min(Comparator.comparing(Published::from));
    }
}
