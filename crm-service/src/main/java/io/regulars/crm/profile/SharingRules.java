package io.regulars.crm.profile;

import io.regulars.events.TouchpointEvent.Attribute;
import io.regulars.events.TouchpointEvent.CustomerShared;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

/** What of a profile may be told: what the operator marked, and nothing else. */
final class SharingRules {

    private SharingRules() {}

    /** @param marked names of attributes, and the word {@code birthday} for month and day of it */
    static CustomerShared shared(UUID customerId, Profile profile, SortedSet<String> marked, Instant now) {
        boolean sharesBirthday = marked.contains(ProfileRules.BIRTHDAY) && profile.birthday() != null;
        List<Attribute> attributes = profile.attributes().entrySet().stream()
                .filter(each -> marked.contains(each.getKey()))
                .map(each -> new Attribute(each.getKey(), each.getValue()))
                .toList();
        return new CustomerShared(customerId, sharesBirthday ? text(profile.birthday()) : null, attributes, now);
    }

    /** Month and day, as in 05-14. */
    static String text(MonthDay day) {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    static MonthDay day(String text) {
        return MonthDay.parse("--" + text);
    }
}
