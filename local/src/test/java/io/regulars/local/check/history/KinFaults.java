package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Kinship;
import java.util.Random;

/** Customers who were merged, and something went wrong. */
final class KinFaults {
    private KinFaults() {}

    static boolean aliasOfAnAlias(History history, Random random) {
        int place = Pick.place(history.kin.aliases, random, each -> true);
        if (place < 0) return false;
        Kinship.Alias alias = history.kin.aliases.get(place);
        return Pick.change(
                history.kin.aliases,
                random,
                each -> each.customer() != alias.customer(),
                each -> Altered.with(each, "root", alias.customer()));
    }

    static boolean aliasLeftBehind(History history, Random random) {
        return Pick.drop(history.kin.aliases, random, each -> true);
    }

    static boolean goRound(History history, Random random) {
        int place = Pick.place(history.kin.merges, random, Kinship.Merge::active);
        if (place < 0) return false;
        Kinship.Merge merge = history.kin.merges.get(place);
        return history.kin.merges.add(new Kinship.Merge(0, merge.merged(), merge.survivor(), true));
    }

    static boolean loseLine(History history, Random random) {
        return Pick.drop(history.kin.lines, random, each -> true);
    }

    static boolean showUnderAStranger(History history, Random random) {
        int stranger = history.members.isEmpty() ? 0 : history.members.get(0).customer();
        return Pick.change(history.kin.lines, random, each -> true, each -> Altered.with(each, "side", stranger));
    }

    /** What was told by an identifier of one who was merged stands with the survivor. */
    static boolean otherSide(History history, Random random) {
        return Pick.change(
                history.kin.lines,
                random,
                each -> each.side() != each.subject(),
                each -> Altered.with(each, "side", each.subject()));
    }
}
