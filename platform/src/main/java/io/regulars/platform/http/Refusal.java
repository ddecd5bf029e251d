package io.regulars.platform.http;

import java.util.List;

/** A "no" with its reason: a stable code and a sentence a cashier understands. Leaves as problem+json. */
public final class Refusal extends RuntimeException {

    private final transient Problem problem;

    private Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
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

    public static Refusal invalid(String pointer, String detail) {
        return of(Code.INVALID, pointer, detail);
    }

    public static Refusal of(Code code, String pointer, String detail) {
        return new Refusal(Problem.of(code, detail).at(List.of(new Problem.Flaw(pointer, detail))));
    }

    public Problem problem() {
        return problem;
    }
}
