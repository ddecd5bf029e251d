package io.regulars.platform.http;

import java.time.Duration;
import java.util.List;

/** A "no" with its reason: a stable code and a sentence a cashier understands. Leaves as problem+json. */
public final class Refusal extends RuntimeException {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final transient Problem problem;
    private final Duration retryAfter;

    private Refusal(Problem problem) {
        this(problem, SOON);
    }

    private Refusal(Problem problem, Duration retryAfter) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static Refusal of(Code code, String detail) {
        return new Refusal(Problem.of(code, detail));
    }

    /** A "no" that has been spelled out, with all its flaws. */
    public static Refusal of(Problem problem) {
        return new Refusal(problem);
    }

    /** A "no" that may become a yes by waiting, whatever the code says in general. */
    public static Refusal mayStillArrive(Code code, String detail) {
        return new Refusal(Problem.of(code, detail).andRetryable());
    }

    /** Too much at once; after this time there is room again. */
    public static Refusal notBefore(Duration retryAfter, String detail) {
        return new Refusal(Problem.of(Code.RATE_LIMITED, detail), retryAfter);
    }

    public static Refusal invalid(String pointer, String detail) {
        return of(Code.INVALID, pointer, detail);
    }

    public static Refusal of(Code code, String pointer, String detail) {
        return new Refusal(Problem.of(code, detail).at(List.of(new Problem.Flaw(pointer, detail))));
    }

    public Problem problem() {
        return problem;
    }

    /** Whole seconds, at least one. */
    long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
