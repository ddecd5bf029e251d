package io.regulars.loyalty.earning.basket;

import io.regulars.events.Purchase.Tender;
import io.regulars.loyalty.programme.condition.Thing;
import io.regulars.loyalty.programme.condition.Vocabulary;
import io.regulars.loyalty.programme.rule.CamelCase;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the words of a condition stand for. What is unknown is an empty text or 0. */
public final class ConditionFacts {

    private final Map<String, Object> facts = new HashMap<>();
    private final List<Thing> lines;

    public ConditionFacts(Happening happening, MemberStanding member) {
        Basket basket = happening.basket();
        this.lines = basket == null
                ? List.of()
                : basket.lines().stream().map(ConditionFacts::line).toList();
        facts.put("member", member(member, happening.local()));
        facts.put("time", time(happening.local()));
        facts.put(basket == null ? "event" : "basket", basket == null ? event(happening) : basket(happening));
    }

    public Map<String, ?> ofAll() {
        return facts;
    }

    public Map<String, ?> ofLine(int index) {
        Map<String, Object> withLine = new HashMap<>(facts);
        withLine.put("line", lines.get(index));
        return withLine;
    }

    private Thing basket(Happening happening) {
        Basket basket = happening.basket();
        return new Thing(
                Vocabulary.BASKET,
                Map.of(
                        "total", basket.total(),
                        "tax", basket.tax(),
                        "store", text(happening.store()),
                        "channel", text(happening.channel()),
                        "lines", lines,
                        "tenders",
                                basket.tenders().stream()
                                        .map(ConditionFacts::tender)
                                        .toList(),
                        "codes", basket.codes()));
    }

    private static Thing event(Happening happening) {
        return new Thing(
                Vocabulary.EVENT,
                Map.of(
                        "type", happening.trigger(),
                        "store", text(happening.store()),
                        "channel", text(happening.channel()),
                        "words", happening.words(),
                        "numbers", happening.numbers()));
    }

    private static Thing line(BasketLine line) {
        return new Thing(
                Vocabulary.LINE,
                Map.ofEntries(
                        Map.entry("number", (long) line.number()),
                        Map.entry("kind", CamelCase.of(line.kind())),
                        Map.entry("sku", text(line.sku())),
                        Map.entry("category", text(line.category())),
                        Map.entry("brand", text(line.brand())),
                        Map.entry("collection", text(line.collection())),
                        Map.entry("labels", line.labels()),
                        Map.entry("quantity", line.quantity().longValue()),
                        Map.entry("listAmount", line.listAmount()),
                        Map.entry("tax", line.tax()),
                        Map.entry("amount", line.amount())));
    }

    private static Thing tender(Tender tender) {
        return new Thing(Vocabulary.TENDER, Map.of("type", text(tender.type()), "amount", tender.amount()));
    }

    private static Thing member(MemberStanding member, LocalDateTime now) {
        return new Thing(
                Vocabulary.MEMBER,
                Map.of(
                        "tier", text(member.tier()),
                        "daysSinceJoining", ChronoUnit.DAYS.between(member.since(), now.toLocalDate()),
                        "birthMonth",
                                member.birthday() == null
                                        ? 0L
                                        : (long) member.birthday().getMonthValue(),
                        "birthDay",
                                member.birthday() == null
                                        ? 0L
                                        : (long) member.birthday().getDayOfMonth(),
                        "purchases", member.purchases(),
                        "visits", member.visits(),
                        "attributes", member.attributes(),
                        "segments", List.copyOf(new TreeSet<>(member.segments()))));
    }

    private static Thing time(LocalDateTime now) {
        return new Thing(
                Vocabulary.TIME,
                Map.of(
                        "date", now.toLocalDate().toString(),
                        "year", (long) now.getYear(),
                        "month", (long) now.getMonthValue(),
                        "day", (long) now.getDayOfMonth(),
                        "weekday", CamelCase.of(now.getDayOfWeek()),
                        "hour", (long) now.getHour(),
                        "minute", (long) now.getMinute()));
    }

    private static String text(String word) {
        return word == null ? "" : word;
    }
}
