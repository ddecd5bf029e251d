package io.regulars.crm.identifier;

import io.regulars.crm.identifier.Identifier.Type;
import java.util.List;
import java.util.Locale;

/**
 * One thing by which an event names a customer.
 *
 * @param forms what to look for: first the form it is linked by, then those that rows from before may have
 * @param raw as it was typed, where that is another text; else null
 * @param whyNot why it is linked to nobody who is not known by it yet, or null
 */
public record Mention(Type type, List<Identifier> forms, String raw, WhyNot whyNot) {

    /** Why something names nobody. */
    public enum WhyNot {
        /** It is no address or number at all. */
        INVALID,
        /** Everybody types it, or the operator said that it names nobody. */
        BLOCKED,
        /** The customer has gathered enough of these. */
        LIMIT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Mention of(Type type, String value) {
        return new Mention(type, List.of(new Identifier(type, value)), null, null);
    }

    /** Names nobody, and nobody is looked for. */
    Mention blocked() {
        return new Mention(type, List.of(), null, WhyNot.BLOCKED);
    }

    public boolean isBlocked() {
        return whyNot == WhyNot.BLOCKED;
    }

    /** What it is linked by. */
    public Identifier identifier() {
        return forms.get(0);
    }

    @Override
    public String toString() {
        return type.wireName();
    }
}
