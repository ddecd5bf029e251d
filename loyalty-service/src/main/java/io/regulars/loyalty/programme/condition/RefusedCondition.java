package io.regulars.loyalty.programme.condition;

/** A condition that cannot be read, does not fit its words, or is too big. */
public final class RefusedCondition extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedCondition(String why) {
        super(why);
    }
}
