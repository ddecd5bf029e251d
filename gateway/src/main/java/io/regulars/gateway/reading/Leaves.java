package io.regulars.gateway.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.regulars.events.Purchase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** How each kind of value is written in a request. */
final class Leaves {

    private static final String WHOLE = "must be a whole number in 64 bits, not a fraction and not text";
    private static final BigDecimal MOST_QUANTITY = BigDecimal.valueOf(1_000_000_000L);

    private Leaves() {}

    static SimpleModule module() {
        return new SimpleModule("strict")
                .addDeserializer(JsonNode.class, new FiniteTree())
                .addDeserializer(Long.class, new Leaf<>(Long.class, WHOLE, null, 0L, Leaves::whole))
                .addDeserializer(long.class, new Leaf<>(long.class, WHOLE, 0L, 0L, Leaves::whole))
                .addDeserializer(
                        Integer.class, new Leaf<>(Integer.class, "must be a whole number", null, 1, Leaves::small))
                .addDeserializer(String.class, new Leaf<>(String.class, "must be text", null, "-", Leaves::text))
                .addDeserializer(
                        Boolean.class, new Leaf<>(Boolean.class, "must be true or false", null, true, Leaves::flag))
                .addDeserializer(
                        boolean.class, new Leaf<>(boolean.class, "must be true or false", false, false, Leaves::flag))
                .addDeserializer(
                        UUID.class, new Leaf<>(UUID.class, "must be a UUID", null, new UUID(0, 0), Leaves::uuid))
                .addDeserializer(
                        Instant.class,
                        new Leaf<>(
                                Instant.class,
                                "must be an RFC 3339 time with its zone, as in 2026-11-21T10:15:00Z",
                                null,
                                Instant.EPOCH,
                                Leaves::instant))
                .addDeserializer(
                        LocalDate.class,
                        new Leaf<>(
                                LocalDate.class,
                                "must be a date, as in 2026-11-21",
                                null,
                                LocalDate.EPOCH,
                                Leaves::date))
                .addDeserializer(
                        Purchase.Kind.class,
                        new Leaf<>(
                                Purchase.Kind.class,
                                "must be sale, return, delivery, deposit, giftCard or fee",
                                null,
                                Purchase.Kind.SALE,
                                Leaves::kind))
                .addDeserializer(
                        BigDecimal.class,
                        new Leaf<>(
                                BigDecimal.class,
                                "must be a quantity: at most a billion, at most 6 decimals",
                                null,
                                BigDecimal.ONE,
                                Leaves::quantity));
    }

    private static Long whole(JsonParser parser) throws IOException {
        boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return fits ? parser.getLongValue() : null;
    }

    private static Integer small(JsonParser parser) throws IOException {
        boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT;
        return fits ? parser.getIntValue() : null;
    }

    private static String text(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
    }

    private static Boolean flag(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_TRUE) return true;
        return parser.currentToken() == JsonToken.VALUE_FALSE ? false : null;
    }

    private static UUID uuid(JsonParser parser) throws IOException {
        String text = text(parser);
        if (text == null || text.length() != 36) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException garbled) {
            return null;
        }
    }

    /** To the microsecond, which is what databases keep. */
    private static Instant instant(JsonParser parser) throws IOException {
        String text = text(parser);
        if (text == null || text.length() > 40 || text.length() < 20 || text.charAt(10) != 'T') return null;
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException garbled) {
            return null;
        }
    }

    private static LocalDate date(JsonParser parser) throws IOException {
        String text = text(parser);
        if (text == null || text.length() != 10) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException garbled) {
            return null;
        }
    }

    private static Purchase.Kind kind(JsonParser parser) throws IOException {
        String text = text(parser);
        if (text == null) return null;
        return switch (text) {
            case "sale" -> Purchase.Kind.SALE;
            case "return" -> Purchase.Kind.RETURN;
            case "delivery" -> Purchase.Kind.DELIVERY;
            case "deposit" -> Purchase.Kind.DEPOSIT;
            case "giftCard" -> Purchase.Kind.GIFT_CARD;
            case "fee" -> Purchase.Kind.FEE;
            default -> null;
        };
    }

    /** A number or its text. Judged by its scale before any arithmetic: 1e999999999 is short and enormous. */
    private static BigDecimal quantity(JsonParser parser) throws IOException {
        if (!parser.currentToken().isScalarValue() || parser.getTextLength() > 32) return null;
        try {
            BigDecimal value = new BigDecimal(parser.getText());
            if (Math.abs((long) value.scale()) > 32) return null;
            BigDecimal plain = value.stripTrailingZeros();
            plain = plain.scale() < 0 ? plain.setScale(0) : plain;
            return plain.scale() <= 6 && plain.abs().compareTo(MOST_QUANTITY) <= 0 ? plain : null;
        } catch (NumberFormatException garbled) {
            return null;
        }
    }
}
