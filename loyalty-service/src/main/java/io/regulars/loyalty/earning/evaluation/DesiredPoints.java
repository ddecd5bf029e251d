package io.regulars.loyalty.earning.evaluation;

import io.regulars.loyalty.earning.amount.Candidate;
import io.regulars.loyalty.earning.amount.ExactPoints;
import io.regulars.loyalty.earning.amount.Given;
import io.regulars.loyalty.earning.amount.RoundingRules;
import io.regulars.loyalty.earning.basket.Basket;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a choice of rules gives, in whole points: awards by rule, in the order in which rules are credited. */
record DesiredPoints(ExactPoints points, Basket basket, ProgrammeVersion programme) {

    Map<String, List<Award>> of(List<Candidate> remaining) {
        Given given = points.of(remaining);
        List<Given.Share> shares = given.shares();
        int places = (basket == null ? 0 : basket.lines().size()) + 1;
        List<long[]> whole = RoundingRules.whole(
                shares, places, programme.document().earning().rounding());
        Map<String, List<Award>> unordered = new LinkedHashMap<>();
        for (int i = 0; i < shares.size(); i++) {
            List<Award> awards = unordered.computeIfAbsent(shares.get(i).rule(), id -> new ArrayList<>());
            for (int place = 0; place < places; place++) {
                long desired = whole.get(i)[place];
                if (desired > 0) awards.add(award(shares.get(i), place, desired));
            }
        }
        return inOrder(unordered);
    }

    private Map<String, List<Award>> inOrder(Map<String, List<Award>> unordered) {
        Map<String, List<Award>> ordered = new LinkedHashMap<>();
        for (Rule rule : programme.rules()) {
            if (unordered.containsKey(rule.id())) ordered.put(rule.id(), unordered.remove(rule.id()));
        }
        ordered.putAll(unordered);
        return ordered;
    }

    private Award award(Given.Share share, int place, long desired) {
        boolean ofLine = basket != null && place < basket.lines().size();
        int line = ofLine ? basket.lines().get(place).number() : Award.WHOLE_RECEIPT;
        return new Award(line, share.rule(), programme.number(), share.wallet(), desired, desired, null);
    }

    Map<String, List<Award>> withinReceipt(Map<String, List<Award>> desired) {
        for (WalletPolicy wallet : programme.document().wallets()) {
            long all = desired.values().stream()
                    .flatMap(List::stream)
                    .filter(award -> award.wallet().equals(wallet.id()))
                    .mapToLong(Award::desired)
                    .sum();
            if (wallet.perReceipt() == null || all <= wallet.perReceipt()) continue;
            String why = "the receipt would bring " + all + ", and may bring " + wallet.perReceipt();
            desired.replaceAll((rule, awards) -> awards.stream()
                    .map(award -> award.wallet().equals(wallet.id()) ? award.credited(0, why) : award)
                    .toList());
        }
        return desired;
    }
}
