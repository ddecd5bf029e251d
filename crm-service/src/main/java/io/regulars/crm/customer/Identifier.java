package io.regulars.crm.customer;

import java.util.Locale;

/** One name a customer goes by, in the form it is matched by. Personal: it never shows its value in a log. */
public record Identifier(Type type, String value) {

    /** In order of trust: what the shop handed out before what people share and give away. */
    public enum Type {
        CARD,
        EXTERNAL,
        EMAIL,
        PHONE;

        private final String wireName = name().toLowerCase(Locale.ROOT);

        public String wireName() {
            return wireName;
        }

        public static Type named(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public String toString() {
        return type.wireName();
    }
}
