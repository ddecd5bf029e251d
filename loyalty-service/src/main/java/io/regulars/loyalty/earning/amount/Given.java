package io.regulars.loyalty.earning.amount;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.programme.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rules give for each place of a receipt, exact; the last place stands for the whole receipt. */
public final class Given {

    private final int places;
    private final List<Share> shares = new ArrayList<>();
    private final Map<String, Fraction[]> running = new HashMap<>();
    private Map<String, Fraction> base = Map.of();

    /** @param fixed a number that is not rounded and not multiplied */
    public record Share(String rule, String wallet, boolean fixed, Fraction[] points) {

        public Fraction total() {
            return Arrays.stream(points).reduce(Fraction.ZERO, Fraction::plus);
        }
    }

    Given(int places) {
        this.places = places;
    }

    void put(Rule rule, Fraction[] points) {
        put(rule.id(), rule.wallet(), points);
    }

    void put(String rule, String wallet, Fraction[] points) {
        Share share = new Share(rule, wallet, false, points);
        if (share.total().signum() == 0) return;
        shares.add(share);
        Fraction[] sum = running.computeIfAbsent(wallet, id -> zeros());
        for (int i = 0; i < places; i++) sum[i] = sum[i].plus(points[i]);
    }

    void fix(Rule rule, Fraction[] points) {
        Share share = new Share(rule.id(), rule.wallet(), true, points);
        if (share.total().signum() > 0) shares.add(share);
    }

    /** From here on only multipliers come. */
    void baseIsComplete() {
        base = new HashMap<>();
        running.forEach(
                (wallet, points) -> base.put(wallet, Arrays.stream(points).reduce(Fraction.ZERO, Fraction::plus)));
    }

    Fraction base(String wallet) {
        return base.getOrDefault(wallet, Fraction.ZERO);
    }

    /** What a factor adds to all that was given so far on these places. */
    Fraction[] multiplied(String wallet, Fraction factor, boolean[] lines) {
        Fraction[] sum = running.getOrDefault(wallet, zeros());
        Fraction[] more = zeros();
        for (int i = 0; i < places; i++) if (lines[i]) more[i] = sum[i].times(factor.minus(Fraction.ONE));
        return more;
    }

    public Fraction total(String rule) {
        return shares.stream()
                .filter(share -> share.rule().equals(rule))
                .map(Share::total)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    public List<Share> shares() {
        return shares;
    }

    private Fraction[] zeros() {
        Fraction[] zeros = new Fraction[places];
        Arrays.fill(zeros, Fraction.ZERO);
        return zeros;
    }
}
