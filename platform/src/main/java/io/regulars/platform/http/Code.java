package io.regulars.platform.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Every reason the suite says no, with its HTTP status. These names are the contract; none is added in passing. */
public enum Code {
    MALFORMED_JSON(400),
    IDEMPOTENCY_KEY_MISSING(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    CONFLICT(409),
    IN_PROGRESS(409),
    RECEIPT_CONFLICT(409),
    INSUFFICIENT_POINTS(409),
    SOLD_OUT(409),
    HOLD_EXPIRED(409),
    ALREADY_MEMBER(409),
    GONE(410),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID(422),
    IDEMPOTENCY_KEY_REUSED(422),
    TOTAL_MISMATCH(422),
    CURRENCY_NOT_ACCEPTED(422),
    CLOCK_SKEW(422),
    RATE_LIMITED(429),
    UNAVAILABLE(503);

    private final int status;

    Code(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether the same request may succeed later without being changed. */
    public boolean retryable() {
        return this == IN_PROGRESS || this == RATE_LIMITED || this == UNAVAILABLE;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
