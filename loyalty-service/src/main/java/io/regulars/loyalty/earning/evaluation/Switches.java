package io.regulars.loyalty.earning.evaluation;

import java.util.Set;

/** What operations has stopped by hand: the whole programme, or some of its rules. */
public record Switches(boolean programmeStopped, Set<String> rulesStopped) {

    public static final Switches NONE = new Switches(false, Set.of());

    public Switches {
        rulesStopped = Set.copyOf(rulesStopped);
    }
}
