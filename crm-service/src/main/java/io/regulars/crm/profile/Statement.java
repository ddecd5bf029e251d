package io.regulars.crm.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Who said a value of a person, or took it back, and when.
 *
 * @param over whose word it replaced on another side of a merged customer, where that is trusted more: it counts like it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement(Source by, Instant at, Source over) {

    static final Statement NOBODYS = new Statement(Source.UNKNOWN, Instant.EPOCH, null);

    Source trust() {
        return over != null && over.isTrustedMoreThan(by) ? over : by;
    }

    boolean outweighs(Statement other) {
        if (trust() != other.trust()) return trust().isTrustedMoreThan(other.trust());
        return at.isAfter(other.at());
    }

    /** Something else said in its stead now, and shown, whatever clocks and trust say. */
    Statement replaced(Source by, Instant now) {
        return new Statement(
                by, now.isAfter(at) ? now : at.plusNanos(1_000), trust().isTrustedMoreThan(by) ? trust() : null);
    }
}
