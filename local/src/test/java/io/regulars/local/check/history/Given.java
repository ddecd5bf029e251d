package io.regulars.local.check.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.local.check.evidence.Loyalty;
import java.util.List;
import java.util.stream.Collectors;

/** Points of a line under a rule, given or (below zero) taken back. */
record Given(int line, String rule, String wallet, long desired, long points) {

    static Given of(int line, long points) {
        return new Given(line, "base", "points", points, points);
    }

    static long sum(List<Given> all) {
        return all.stream().mapToLong(Given::points).sum();
    }

    static long sum(List<Given> all, String wallet) {
        return sum(all.stream().filter(each -> each.wallet.equals(wallet)).toList());
    }

    /** As facts tell it; {@code version} 0 for those of before there were any. */
    static ArrayNode told(List<Given> all, int version) {
        ArrayNode awards = Records.JSON.createArrayNode();
        for (Given each : all) {
            ObjectNode award = awards.addObject();
            award.put("line", each.line).put("rule", each.rule).put("points", each.points);
            if (version == 0) continue;
            award.put("version", version).put("wallet", each.wallet).put("desired", each.desired);
            if (each.desired != each.points) award.put("refusal", "there was no more of it");
        }
        return awards;
    }

    Loyalty.Award row() {
        return new Loyalty.Award(line, rule, wallet, desired, points, desired != points);
    }

    static String stored(List<Loyalty.Award> awards) {
        return awards.stream()
                .map(each -> "[%d,\"%s\",\"%s\",%d,%d,%s]"
                        .formatted(
                                each.line(),
                                each.rule(),
                                each.wallet(),
                                each.desired(),
                                each.actual(),
                                each.refused() ? "\"no more\"" : null))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
