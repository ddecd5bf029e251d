package io.regulars.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * How a till or an app names a customer. Personal: it travels in {@link Intake} and nowhere else. {@code device} is an
 * installation of an app, {@code cookie} a browser's; both name whoever holds it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerRef(
        UUID id, String card, String email, String phone, String external, String code, String device, String cookie) {

    public CustomerRef(UUID id, String card, String email, String phone, String external, String code) {
        this(id, card, email, phone, external, code, null, null);
    }

    public static CustomerRef card(String number) {
        return new CustomerRef(null, number, null, null, null, null);
    }

    public static CustomerRef email(String address) {
        return new CustomerRef(null, null, address, null, null, null);
    }

    public static CustomerRef known(UUID id) {
        return new CustomerRef(id, null, null, null, null, null);
    }
}
