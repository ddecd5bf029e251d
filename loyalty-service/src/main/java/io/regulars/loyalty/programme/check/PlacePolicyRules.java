package io.regulars.loyalty.programme.check;

import io.regulars.loyalty.programme.document.rule.Occasion;
import io.regulars.loyalty.programme.document.rule.Place;

/** Where, when and on which occasion a rule applies must be possible. */
final class PlacePolicyRules {

    private PlacePolicyRules() {}

    static void place(Place place, String pointer, Faults faults) {
        faults.unless(
                place.fromDate() == null
                        || place.untilDate() == null
                        || !place.untilDate().isBefore(place.fromDate()),
                pointer + "/untilDate",
                "It ends before it begins.");
        faults.unless(
                (place.fromTime() == null) == (place.untilTime() == null),
                pointer,
                "Hours have a beginning and an end: fromTime and untilTime.");
        faults.unless(
                place.fromTime() == null || !place.fromTime().equals(place.untilTime()),
                pointer + "/untilTime",
                "These hours have no length.");
    }

    static void occasion(Occasion occasion, String pointer, Faults faults) {
        atLeastOne(occasion.visit(), pointer + "/visit", faults);
        atLeastOne(occasion.everyVisit(), pointer + "/everyVisit", faults);
        faults.unless(
                occasion.visit() == null || occasion.everyVisit() == null,
                pointer,
                "It is one visit or every n-th one, not both.");
        boolean never = occasion.firstPurchase()
                && (occasion.visit() != null && occasion.visit() > 1
                        || occasion.everyVisit() != null && occasion.everyVisit() > 1);
        faults.unless(!never, pointer, "The first purchase is no later visit: it would never apply.");
    }

    private static void atLeastOne(Integer number, String pointer, Faults faults) {
        faults.unless(number == null || number > 0, pointer, "Visits are counted from 1.");
    }
}
