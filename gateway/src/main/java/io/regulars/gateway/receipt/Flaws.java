package io.regulars.gateway.receipt;

import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with one request, each with the place it is wrong at. */
public final class Flaws {

    private static final int MOST = 50;

    private final List<Problem.Flaw> flaws = new ArrayList<>(0);
    private Code code;
    private int found;

    /** A plain flaw; {@code why} is null when there is none. */
    public void check(String why, String pointer) {
        if (why != null) add(Code.INVALID, pointer, why);
    }

    /** A flaw of one item of a list; the pointer is only spelled out when there is one. */
    public void check(String why, String list, int index, String field) {
        if (why != null) add(Code.INVALID, list + "/" + index + field, why);
    }

    /** One flaw a place. What is plainly invalid names the whole; special codes are for what is otherwise in order. */
    public void add(Code kind, String pointer, String why) {
        if (flaws.stream().anyMatch(known -> known.pointer().equals(pointer))) return;
        code = code == null || kind == Code.INVALID ? kind : code;
        if (++found <= MOST) flaws.add(new Problem.Flaw(pointer, why));
    }

    /** Takes over what is wrong with a part of the request that stands there. */
    public void of(String part, Flaws its) {
        for (Problem.Flaw flaw : its.flaws) add(its.code, part + flaw.pointer(), flaw.detail());
    }

    public boolean none() {
        return found == 0;
    }

    public Problem problem() {
        Problem bare = Problem.of(code, found == 1 ? flaws.get(0).detail() : sentence());
        return new Problem(
                bare.type(), bare.title(), bare.status(), bare.detail(), code, bare.retryable(), List.copyOf(flaws));
    }

    private String sentence() {
        return found + " things are wrong with this request"
                + (found > MOST ? ", the first " + MOST + " are listed." : ".");
    }
}
