package io.regulars.platform.health;

/** The topic knows more than this database: nothing may be decided here until a person has looked. */
public final class Recovery extends RuntimeException {
    Recovery(String why) {
        super(why, null, false, false);
    }
}
