package io.regulars.crm.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a JSON Merge Patch (RFC 7396) makes of a profile; all that is wrong with it is said at once. */
final class ProfileRules {

    static final int MOST_ATTRIBUTES = 32;
    static final int LONGEST_VALUE = 200;
    static final String BIRTHDAY = "birthday";

    private static final String ATTRIBUTES = "attributes";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private final PatchFlaws flaws = new PatchFlaws();

    private ProfileRules() {}

    static Profile patched(Profile before, JsonNode patch) {
        ProfileRules rules = new ProfileRules();
        Profile after = rules.merged(before, patch);
        rules.flaws.refuse();
        return after;
    }

    private Profile merged(Profile before, JsonNode patch) {
        if (flaws.isNoObject(patch, "")) return before;
        flaws.othersThan(Set.of(BIRTHDAY, ATTRIBUTES), patch, "");
        MonthDay birthday = patch.has(BIRTHDAY) ? birthday(before.birthday(), patch.get(BIRTHDAY)) : before.birthday();
        SortedMap<String, String> attributes =
                patch.has(ATTRIBUTES) ? attributes(before.attributes(), patch.get(ATTRIBUTES)) : before.attributes();
        return new Profile(birthday, attributes);
    }

    private MonthDay birthday(MonthDay before, JsonNode patch) {
        if (patch.isNull() || flaws.isNoObject(patch, "/birthday")) return null;
        flaws.othersThan(Set.of("month", "day"), patch, "/birthday");
        Integer month = part(patch, "month", before == null ? null : before.getMonthValue(), 12);
        Integer day = part(patch, "day", before == null ? null : before.getDayOfMonth(), 31);
        if (month == null || day == null) return null;
        if (day > Month.of(month).maxLength()) {
            flaws.add("/birthday/day", "is a day that month never has");
            return null;
        }
        return MonthDay.of(month, day);
    }

    private Integer part(JsonNode patch, String name, Integer before, int most) {
        JsonNode value = patch.get(name);
        if (value == null && before != null) return before;
        if (value != null && value.isInt() && value.intValue() >= 1 && value.intValue() <= most) {
            return value.intValue();
        }
        flaws.add("/birthday/" + name, value == null || value.isNull() ? "is required" : "must be 1 to " + most);
        return null;
    }

    private SortedMap<String, String> attributes(SortedMap<String, String> before, JsonNode patch) {
        SortedMap<String, String> after = new TreeMap<>();
        if (patch.isNull() || flaws.isNoObject(patch, "/attributes")) return after;
        after.putAll(before);
        patch.properties().forEach(each -> attribute(after, each.getKey(), each.getValue()));
        if (after.size() > MOST_ATTRIBUTES) flaws.add("/attributes", "may be " + MOST_ATTRIBUTES + " at most");
        return after;
    }

    private void attribute(SortedMap<String, String> after, String name, JsonNode value) {
        String pointer = "/attributes/" + PatchFlaws.escaped(name);
        if (!NAME.matcher(name).matches()) flaws.add(pointer, "is no name: 1 to 40 of A-Z a-z 0-9 . _ -");
        else if (name.equals(BIRTHDAY)) flaws.add(pointer, "has a field of its own beside the attributes");
        else if (value.isNull()) after.remove(name);
        else if (!value.isTextual()) flaws.add(pointer, "must be text");
        else if (isUnfit(value.textValue()))
            flaws.add(pointer, "must be 1 to " + LONGEST_VALUE + " characters of text");
        else after.put(name, value.textValue());
    }

    private static boolean isUnfit(String value) {
        return value.isBlank()
                || value.length() > LONGEST_VALUE
                || value.chars().anyMatch(Character::isISOControl);
    }
}
