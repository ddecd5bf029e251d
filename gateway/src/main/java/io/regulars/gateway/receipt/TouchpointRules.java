package io.regulars.gateway.receipt;

import io.regulars.events.Touchpoint;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What any other contact has to be like before it may be recorded. */
public final class TouchpointRules {

    private static final Set<String> TYPES = Set.of(
            "visit",
            "checkIn",
            "web",
            "app",
            "call",
            "ticket.opened",
            "ticket.resolved",
            "complaint",
            "review",
            "survey",
            "referral",
            "contact.sent",
            "contact.delivered");
    private static final int MOST_ENTRIES = 500;

    private TouchpointRules() {}

    public static void check(Flaws flaws, Touchpoint touchpoint, Circumstances around) {
        flaws.check(type(touchpoint.type()), "/type");
        flaws.check(touchpoint.ref() == null ? "is required" : TextRules.freeText(touchpoint.ref(), 128), "/ref");
        if (touchpoint.source() != null) flaws.check("is not taken: the source is whose credential this is", "/source");
        flaws.check(TextRules.id(touchpoint.channel()), "/channel");
        flaws.check(TextRules.optionalId(touchpoint.store()), "/store");
        if (touchpoint.customer() == null) flaws.check("is required", "/customer");
        CustomerRules.recorded(flaws, touchpoint.customer());
        ReceiptRules.occurredAt(flaws, touchpoint.occurredAt(), around);
        if (touchpoint.data() != null) data(flaws, touchpoint.data(), "/data");
    }

    private static String type(String type) {
        if (type == null) return "is required";
        if (TYPES.contains(type)) return null;
        String why = TextRules.id(type);
        if (why != null) return why;
        boolean custom = type.startsWith("custom.") && type.length() > "custom.".length();
        return custom ? null : "is not a type of contact; your own start with custom.";
    }

    private static void data(Flaws flaws, Object value, String at) {
        if (value instanceof Map<?, ?> entries) {
            if (entries.size() > MOST_ENTRIES) flaws.check("must not hold more than " + MOST_ENTRIES + " entries", at);
            entries.forEach((name, entry) -> {
                flaws.check(TextRules.text((String) name, 128), at);
                data(flaws, entry, at + "/" + pointer((String) name));
            });
        } else if (value instanceof Collection<?> items) {
            if (items.size() > MOST_ENTRIES) flaws.check("must not hold more than " + MOST_ENTRIES + " items", at);
            int i = 0;
            for (Object item : items) data(flaws, item, at + "/" + i++);
        } else if (value instanceof String text && !text.isEmpty()) {
            flaws.check(TextRules.lines(text, 8_192), at);
            if (CardNumberRules.holdsCardNumber(text)) flaws.check("must not hold a payment card number", at);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            flaws.check("must be a finite number", at);
        }
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
