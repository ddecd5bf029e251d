package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.WalletPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of a member's limits awards used up, read from the awards themselves. */
public final class UseRules {

    private UseRules() {}

    /** @param at when what brought them happened, on that local day */
    public static Map<Key, Tally> of(List<Award> awards, ProgrammeVersion programme, LocalDate day, Instant at) {
        Map<Key, Tally> uses = new HashMap<>();
        Map<String, Long> byRule = new LinkedHashMap<>();
        for (Award award : awards) {
            if (award.actual() == 0) continue;
            byRule.merge(award.rule(), award.actual(), Long::sum);
            WalletPolicy wallet = programme.wallet(award.wallet());
            if (wallet.cap() != null) use(uses, LimitRules.key(wallet, programme, day), award.actual(), at);
        }
        byRule.forEach((id, points) -> programme
                .rule(id)
                .ifPresent(rule -> LimitRules.keys(rule, programme, day).forEach(key -> use(uses, key, points, at))));
        return uses;
    }

    private static void use(Map<Key, Tally> uses, Key key, long points, Instant at) {
        uses.merge(key, new Tally(1, points, at), Tally::and);
    }

    /** What the longer list of awards used up beyond the shorter one that it begins with. */
    public static Map<Key, Tally> more(Map<Key, Tally> longer, Map<Key, Tally> shorter) {
        Map<Key, Tally> more = new HashMap<>();
        longer.forEach((key, tally) -> {
            Tally known = shorter.getOrDefault(key, Tally.NONE);
            if (!tally.equals(known)) more.put(key, tally.less(known, tally.last()));
        });
        return more;
    }
}
