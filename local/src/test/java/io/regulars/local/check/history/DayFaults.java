package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Loyalty.Member;
import java.util.Random;
import java.util.function.ToLongFunction;

/** Days that were counted wrongly, and memberships that are the sum of other days than they should be. */
final class DayFaults {
    private DayFaults() {}

    static boolean nextDay(History history, Random random) {
        return Pick.change(
                history.countedDays, random, each -> each.spend() != 0, each -> Altered.plus(each, "day", 1));
    }

    static boolean otherSpend(History history, Random random) {
        return Pick.change(history.countedDays, random, each -> true, each -> Altered.plus(each, "spend", 1));
    }

    static boolean lose(History history, Random random) {
        return Pick.drop(history.countedDays, random, each -> each.spend() != 0);
    }

    static boolean withoutTheFirst(History history, Random random) {
        return edge(history, random, Member::windowFirst, "windowFirst", 1, -1);
    }

    static boolean withTheOneBefore(History history, Random random) {
        return edge(history, random, each -> each.windowFirst() - 1, "windowFirst", -1, 1);
    }

    static boolean withoutTheLast(History history, Random random) {
        return edge(history, random, Member::windowLast, "windowLast", -1, -1);
    }

    /** What was spent on that day is added or left out; the window says so, or does not. */
    private static boolean edge(
            History history, Random random, ToLongFunction<Member> day, String side, long days, int sign) {
        boolean told = random.nextBoolean();
        return Pick.change(
                history.members,
                random,
                each -> each.isSettled() && spend(history, each, day.applyAsLong(each)) != 0,
                each -> {
                    long spend = sign * spend(history, each, day.applyAsLong(each));
                    Member moved = Altered.plus(each, "spend", spend);
                    return told ? Altered.plus(moved, side, days) : moved;
                });
    }

    private static long spend(History history, Member member, long day) {
        return history.countedDays.stream()
                .filter(each -> each.customer() == member.customer() && each.day() == day)
                .mapToLong(each -> each.spend())
                .sum();
    }

    static boolean tooEarly(History history, Random random) {
        return Pick.change(history.members, random, each -> true, each -> Altered.plus(each, "spendAsOf", -1_000_000));
    }

    static boolean onePurchaseMore(History history, Random random) {
        return Pick.change(history.members, random, each -> true, each -> Altered.plus(each, "purchases", 1));
    }

    /** The last one of a member. */
    static boolean otherTier(History history, Random random) {
        return Pick.change(
                history.tierHistory,
                random,
                each -> history.tierHistory.stream()
                        .noneMatch(other -> other.customer() == each.customer() && other.from() > each.from()),
                each -> Altered.with(each, "tier", each.tier().equals("gold") ? "silver" : "gold"));
    }
}
