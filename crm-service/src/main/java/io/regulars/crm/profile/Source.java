package io.regulars.crm.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import io.regulars.platform.access.Caller;
import java.util.Locale;

/** Who said something of a person, the most trusted first. */
public enum Source {
    /** She herself, signed in. */
    CUSTOMER,
    STAFF,
    /** A system of the operator's. */
    SYSTEM,
    /** From before it was kept. */
    UNKNOWN;

    static Source of(Caller caller) {
        return switch (caller.kind()) {
            case MEMBER -> CUSTOMER;
            case STAFF, TILL -> STAFF;
            case SERVICE -> SYSTEM;
        };
    }

    boolean isTrustedMoreThan(Source other) {
        return compareTo(other) < 0;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
