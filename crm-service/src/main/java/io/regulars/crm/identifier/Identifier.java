package io.regulars.crm.identifier;

import java.util.Locale;

/** One name a customer goes by, in the form it is matched by. Personal: it never shows its value in a log. */
public record Identifier(Type type, String value) {

    /** In order of trust: what the shop handed out, what people share and give away, what anybody may hold. */
    public enum Type {
        CARD,
        EXTERNAL,
        EMAIL,
        /** What a provider makes of an e-mail address; known only where addresses are folded. */
        MAILBOX,
        PHONE,
        DEVICE,
        COOKIE;

        private final String wireName = name().toLowerCase(Locale.ROOT);

        public String wireName() {
            return wireName;
        }

        /** Whether it names whoever holds a thing at the moment, and no person. */
        public boolean isWeak() {
            return this == DEVICE || this == COOKIE;
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
