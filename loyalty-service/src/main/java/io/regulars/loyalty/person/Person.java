package io.regulars.loyalty.person;

import io.regulars.events.TouchpointEvent.Attribute;
import io.regulars.events.TouchpointEvent.CustomerShared;
import java.time.MonthDay;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a customer shares, as the crm told it last.
 *
 * @param birthday null when it is not shared; never the year
 * @param attributes by name
 */
public record Person(MonthDay birthday, Map<String, String> attributes) {

    public static final Person UNKNOWN = new Person(null, Map.of());

    public Person {
        attributes = Map.copyOf(attributes);
    }

    public static Person of(CustomerShared fact) {
        MonthDay birthday = fact.birthday() == null ? null : MonthDay.parse("--" + fact.birthday());
        Map<String, String> attributes =
                fact.attributes().stream().collect(Collectors.toMap(Attribute::name, Attribute::value, (a, b) -> b));
        return new Person(birthday, attributes);
    }

    /** A day of any year as a number, as in 514 for 14 May; null for none. */
    public static Integer number(MonthDay day) {
        return day == null ? null : day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    @Override
    public String toString() {
        return "person";
    }
}
