package io.regulars.engagement.template;

import java.util.UUID;

/** What the brand has words for. All are service messages about the membership itself; none advertises. */
public enum Occasion {
    WELCOME("welcome"),
    TIER_REACHED("tierReached");

    private final String template;

    Occasion(String template) {
        this.template = template;
    }

    /** The key of the template that holds the words. */
    public String template() {
        return template;
    }

    /** What the name of this occasion's message is made of: the same cause always makes the same message. */
    public String nameOf(UUID customerId, UUID cause) {
        return customerId + "|" + template + "|" + cause;
    }
}
