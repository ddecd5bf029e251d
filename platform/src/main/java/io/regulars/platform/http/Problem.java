package io.regulars.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The body of every error (RFC 9457, {@code application/problem+json}). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type, String title, int status, String detail, Code code, boolean retryable, List<Flaw> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong where: {@code pointer} is an RFC 6901 JSON pointer into the request. */
    public record Flaw(String pointer, String detail) {}

    public static Problem of(Code code, String detail) {
        String title = code.wireName().replace('_', ' ');
        return new Problem(
                "urn:regulars:problem:" + code.wireName(), title, code.status(), detail, code, code.retryable(), null);
    }

    public Problem at(List<Flaw> flaws) {
        return new Problem(type, title, status, detail, code, retryable, flaws);
    }

    Problem andRetryable() {
        return new Problem(type, title, status, detail, code, true, errors);
    }
}
