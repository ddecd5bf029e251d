package io.regulars.loyalty.programme.condition;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** A condition that was read once and can be asked by many. The same facts always give the same answer. */
public final class Condition {

    private final String source;
    private final CelRuntime.Program whole;
    private final List<Part> parts;
    private final Set<String> words;
    private final LongAdder asked = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** One of the parts that must all hold, and the words it looks at. */
    record Part(String text, CelRuntime.Program program, Set<String> scalars) {}

    /**
     * Whether it holds, and in words what decided.
     *
     * @param unanswerable it could not be answered, for its size or its facts: it does not hold, and somebody should
     *     know
     */
    public record Answer(boolean holds, String why, boolean unanswerable) {}

    Condition(String source, CelRuntime.Program whole, List<Part> parts, Set<String> words) {
        this.source = source;
        this.whole = whole;
        this.parts = List.copyOf(parts);
        this.words = Set.copyOf(words);
    }

    public String source() {
        return source;
    }

    /** Whether it looks at that word, like {@code member.tier}. */
    public boolean asksFor(String word) {
        return words.contains(word);
    }

    /** How often it was asked and how long that took, for people who watch; no answer depends on it. */
    public record Spent(long times, long nanos) {}

    public Spent spent() {
        return new Spent(asked.sum(), nanos.sum());
    }

    /** @param facts what the words of its scope stand for */
    public Answer ask(Map<String, ?> facts) {
        long began = System.nanoTime();
        Answer answer = answer(facts);
        nanos.add(System.nanoTime() - began);
        asked.increment();
        return answer;
    }

    private Answer answer(Map<String, ?> facts) {
        try {
            return holds(whole, facts) ? new Answer(true, source + " holds", false) : whyNot(facts);
        } catch (CelEvaluationException | RuntimeException unanswerable) {
            return new Answer(false, source + " cannot be answered: " + why(unanswerable), true);
        }
    }

    /** One of the parts does not hold: if it is none of those before it, it is the last one, which need not be asked. */
    private Answer whyNot(Map<String, ?> facts) {
        int last = parts.size() - 1;
        int failing = 0;
        while (failing < last && !fails(parts.get(failing), facts)) failing++;
        Part part = parts.get(failing);
        return new Answer(false, part.text() + " does not hold" + known(part, facts), false);
    }

    /** A part that cannot be answered is not what decided. */
    private static boolean fails(Part part, Map<String, ?> facts) {
        try {
            return !holds(part.program(), facts);
        } catch (CelEvaluationException undecided) {
            return false;
        }
    }

    private static boolean holds(CelRuntime.Program program, Map<String, ?> facts) throws CelEvaluationException {
        return Boolean.TRUE.equals(program.eval(facts));
    }

    private static String known(Part part, Map<String, ?> facts) {
        List<String> values = new ArrayList<>();
        for (String scalar : part.scalars()) {
            int dot = scalar.indexOf('.');
            if (facts.get(scalar.substring(0, dot)) instanceof Thing thing) {
                values.add(scalar + " is " + thing.select(scalar.substring(dot + 1)));
            }
        }
        return values.isEmpty() ? "" : " (" + String.join(", ", values) + ")";
    }

    private static String why(Exception unanswerable) {
        if (!(unanswerable instanceof CelEvaluationException evaluation)) return "a part of it failed";
        if (evaluation.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED) {
            return "it takes more than " + Conditions.MOST_ITERATIONS + " steps";
        }
        return switch (evaluation.getErrorCode()) {
            case NUMERIC_OVERFLOW -> "a number is too large";
            case DIVIDE_BY_ZERO -> "it divides by zero";
            case INDEX_OUT_OF_BOUNDS -> "a list is shorter than it assumes";
            case ATTRIBUTE_NOT_FOUND -> "something it looks at is not there";
            default -> "a part of it failed";
        };
    }
}
