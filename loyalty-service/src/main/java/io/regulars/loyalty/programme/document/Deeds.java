package io.regulars.loyalty.programme.document;

import java.util.Set;
import java.util.TreeSet;

/** What happens beside buying, by the names documents use. Tills and apps post it as touchpoints. */
public final class Deeds {

    public static final String PURCHASE = "purchase";
    public static final String REDEMPTION = "redemption";

    private static final String CHECK_IN = "checkIn";
    private static final String OWN = "custom\\.[A-Za-z0-9._-]{1,40}";
    private static final Set<String> SET_OFF = Set.of("review", "survey", CHECK_IN, "referral");
    private static final Set<String> OF_MEMBERS = with(SET_OFF, "web", "app", "call", "ticket.opened", "complaint");
    private static final Set<String> EVENTS = with(OF_MEMBERS, "ticket.resolved", "contact.sent", "contact.delivered");
    private static final Set<String> ACTIVITIES = with(OF_MEMBERS, PURCHASE, REDEMPTION);

    private Deeds() {}

    /** A visit is a check-in. */
    public static String named(String touchpointType) {
        return "visit".equals(touchpointType) ? CHECK_IN : touchpointType;
    }

    /** Rules can be set off by it. */
    public static boolean setsOff(String name) {
        return SET_OFF.contains(name) || isOwn(name);
    }

    /** Points can wait for it. */
    public static boolean isEvent(String name) {
        return EVENTS.contains(name) || isOwn(name);
    }

    /** It is a sign of life. */
    public static boolean isActivity(String name) {
        return ACTIVITIES.contains(name) || isOwn(name);
    }

    public static String events() {
        return String.join(", ", EVENTS) + " and custom.*";
    }

    public static String activities() {
        return String.join(", ", ACTIVITIES) + " and custom.*";
    }

    private static boolean isOwn(String name) {
        return name.matches(OWN);
    }

    private static Set<String> with(Set<String> names, String... more) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(Set.of(more));
        return all;
    }
}
