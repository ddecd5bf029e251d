package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.programme.document.Cadence;
import io.regulars.loyalty.programme.document.rule.Occasion;
import io.regulars.loyalty.programme.document.rule.Occasion.Near;
import io.regulars.loyalty.programme.rule.CamelCase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;

/** Which of a member's purchases a rule is about. Who was born on 29 February has it on the 28th in other years. */
final class OccasionRules {

    private OccasionRules() {}

    /** Why the purchase of that day is none of them, or null. */
    static String whyNot(Occasion occasion, MemberStanding member, LocalDate day, DayOfWeek weekStart) {
        if (occasion.firstPurchase() && member.purchases() > 0) {
            return "the member bought " + member.purchases() + " times before";
        }
        String visit = whyNotThisVisit(occasion, member);
        if (visit != null) return visit;
        if (occasion.birthday() != null) {
            if (member.birthday() == null) return "the member's birthday is not known";
            if (!near(occasion.birthday(), member.birthday(), day, weekStart, LocalDate.MIN)) {
                return "it is not the " + CamelCase.of(occasion.birthday()) + " of the member's birthday";
            }
        }
        if (occasion.anniversary() != null
                && !near(occasion.anniversary(), MonthDay.from(member.since()), day, weekStart, member.since())) {
            return "it is not the " + CamelCase.of(occasion.anniversary()) + " of the day of joining";
        }
        return null;
    }

    private static String whyNotThisVisit(Occasion occasion, MemberStanding member) {
        if (occasion.visit() == null && occasion.everyVisit() == null) return null;
        if (member.sameVisit()) return "it is not the first purchase of its visit";
        long visit = member.visitNow();
        boolean wanted = occasion.visit() != null ? visit == occasion.visit() : visit % occasion.everyVisit() == 0;
        return wanted ? null : "it is visit " + visit;
    }

    /** The day of the year, as it falls after {@code begun}, lies in the same day, week or month. */
    private static boolean near(Near near, MonthDay yearly, LocalDate day, DayOfWeek weekStart, LocalDate begun) {
        Cadence period = Cadence.valueOf(near.name());
        LocalDate from = period.startOf(day, weekStart);
        LocalDate next = period.nextAfter(day, weekStart);
        for (int year = from.getYear(); year <= next.getYear(); year++) {
            LocalDate date = yearly.atYear(year);
            if (date.isAfter(begun) && !date.isBefore(from) && date.isBefore(next)) return true;
        }
        return false;
    }
}
