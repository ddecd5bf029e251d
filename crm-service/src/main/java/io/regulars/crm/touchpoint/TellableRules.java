package io.regulars.crm.touchpoint;

import java.util.Map;
import java.util.UUID;

/** What of a contact's {@code data} the world may be told: ids and listed numbers. All else stays here. */
final class TellableRules {

    private static final int HIGHEST_RATING = 100;

    private TellableRules() {}

    /** The purchase the contact is about; null where none is named as it should be. */
    static UUID purchaseId(Map<String, Object> data) {
        if (data == null || !(data.get("purchaseId") instanceof String text)) return null;
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException somethingElse) {
            return null;
        }
    }

    /** From 0 to 100, the whole part of it; null for anything else. */
    static Integer rating(Map<String, Object> data) {
        if (data == null || !(data.get("rating") instanceof Number rating)) return null;
        double value = rating.doubleValue();
        return value >= 0 && value <= HIGHEST_RATING ? (Integer) (int) value : null;
    }
}
