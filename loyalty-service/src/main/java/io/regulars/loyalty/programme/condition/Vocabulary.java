package io.regulars.loyalty.programme.condition;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.Optional;

/** The words a condition may use, with their types. Money is in minor units; what is unknown is empty or 0. */
public final class Vocabulary implements CelTypeProvider {

    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType NUMBER = SimpleType.INT;
    private static final CelType TEXTS = ListType.create(SimpleType.STRING);

    public static final StructType LINE = thing(
            "Line",
            Map.ofEntries(
                    Map.entry("number", NUMBER),
                    Map.entry("kind", TEXT),
                    Map.entry("sku", TEXT),
                    Map.entry("category", TEXT),
                    Map.entry("brand", TEXT),
                    Map.entry("collection", TEXT),
                    Map.entry("labels", TEXTS),
                    Map.entry("quantity", NUMBER),
                    Map.entry("listAmount", NUMBER),
                    Map.entry("tax", NUMBER),
                    Map.entry("amount", NUMBER)));
    public static final StructType TENDER = thing("Tender", Map.of("type", TEXT, "amount", NUMBER));
    public static final StructType BASKET = thing(
            "Basket",
            Map.of(
                    "total", NUMBER,
                    "tax", NUMBER,
                    "store", TEXT,
                    "channel", TEXT,
                    "lines", ListType.create(LINE),
                    "tenders", ListType.create(TENDER),
                    "codes", TEXTS));
    /** A basket as a condition on one line sees it: without the others, or its work would grow with their square. */
    static final StructType RECEIPT = without(BASKET, "lines");

    public static final StructType MEMBER = thing(
            "Member",
            Map.of(
                    "tier", TEXT,
                    "daysSinceJoining", NUMBER,
                    "birthMonth", NUMBER,
                    "birthDay", NUMBER,
                    "purchases", NUMBER,
                    "visits", NUMBER,
                    "attributes", MapType.create(TEXT, TEXT),
                    "segments", TEXTS));
    public static final StructType TIME = thing(
            "Time",
            Map.of(
                    "date", TEXT,
                    "year", NUMBER,
                    "month", NUMBER,
                    "day", NUMBER,
                    "weekday", TEXT,
                    "hour", NUMBER,
                    "minute", NUMBER));
    public static final StructType EVENT = thing(
            "Event",
            Map.of(
                    "type", TEXT,
                    "store", TEXT,
                    "channel", TEXT,
                    "words", MapType.create(TEXT, TEXT),
                    "numbers", MapType.create(TEXT, NUMBER)));

    /** What a condition is about, and so which words it has. */
    public enum Scope {
        PURCHASE(Map.of("basket", BASKET, "member", MEMBER, "time", TIME)),
        LINE_OF_PURCHASE(Map.of("basket", RECEIPT, "line", LINE, "member", MEMBER, "time", TIME)),
        EVENT_ONLY(Map.of("event", EVENT, "member", MEMBER, "time", TIME));

        private final Map<String, StructType> variables;

        Scope(Map<String, StructType> variables) {
            this.variables = variables;
        }

        /** Each word with what stands behind it. */
        public Map<String, StructType> variables() {
            return variables;
        }
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.of(LINE, TENDER, BASKET, RECEIPT, MEMBER, TIME, EVENT);
    }

    @Override
    public Optional<CelType> findType(String name) {
        return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }

    private static StructType without(StructType whole, String field) {
        ImmutableSet<String> fields =
                whole.fieldNames().stream().filter(name -> !name.equals(field)).collect(ImmutableSet.toImmutableSet());
        return StructType.create(
                "Receipt", fields, name -> whole.findField(name).map(StructType.Field::type));
    }

    private static StructType thing(String name, Map<String, CelType> fields) {
        return StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
    }
}
