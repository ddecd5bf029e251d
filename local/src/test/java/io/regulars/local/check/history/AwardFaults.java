package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Loyalty.Award;
import io.regulars.local.check.history.History.Assessed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Assessments that do not say what was earned. */
final class AwardFaults {
    private AwardFaults() {}

    private static boolean change(History history, Random random, Predicate<Award> like, UnaryOperator<Award> change) {
        return Pick.change(
                history.assessments, random, each -> each.awards().stream().anyMatch(like), each -> {
                    List<Award> awards = new ArrayList<>(each.awards());
                    Pick.change(awards, random, like, change);
                    return Altered.with(each, "awards", awards);
                });
    }

    static boolean otherPoints(History history, Random random) {
        return change(
                history, random, each -> true, each -> Altered.plus(Altered.plus(each, "actual", 1), "desired", 1));
    }

    static boolean otherLine(History history, Random random) {
        return change(history, random, each -> each.actual() > 0, each -> Altered.with(each, "line", each.line() + 1));
    }

    static boolean otherWallet(History history, Random random) {
        return change(
                history,
                random,
                each -> each.actual() > 0,
                each -> Altered.with(each, "wallet", each.wallet().equals("points") ? "stamps" : "points"));
    }

    static boolean loseRefusal(History history, Random random) {
        return change(history, random, each -> true, each -> Altered.with(each, "refused", !each.refused()));
    }

    static boolean otherVersion(History history, Random random) {
        return Pick.change(
                history.assessments, random, each -> true, each -> Altered.with(each, "version", 3 - each.version()));
    }

    static boolean otherCustomer(History history, Random random) {
        int nobody = history.id(new java.util.UUID(random.nextLong(), random.nextLong()));
        return Pick.change(history.assessments, random, each -> true, each -> Altered.with(each, "customer", nobody));
    }

    /** Of what earned nothing too. */
    static boolean lose(History history, Random random) {
        int place = Pick.place(history.assessments, random, each -> true);
        if (place < 0) return false;
        Assessed lost = history.assessments.remove(place);
        return lost != null;
    }

    static boolean giveUp(History history, Random random) {
        return Pick.change(
                history.refunds,
                random,
                each -> each.taken() > 0 && history.programme.versions().all().size() == 1,
                each -> Altered.plus(each, "shortfall", 1));
    }
}
