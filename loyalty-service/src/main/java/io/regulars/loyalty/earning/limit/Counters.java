package io.regulars.loyalty.earning.limit;

import io.regulars.loyalty.programme.document.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How far limits are used up, as plain state.
 *
 * @param member what this member got so far
 * @param budgets points given out of each budget, to all members
 * @param balances points the member has in each wallet, pending ones too, debt taken off
 */
public record Counters(Map<Key, Tally> member, Map<String, Long> budgets, Map<String, Long> balances) {

    public static final Counters NONE = new Counters(Map.of(), Map.of(), Map.of());

    /** One member's use of a rule (its id) or wallet ({@code wallet:} and its id) in the period that starts there. */
    public record Key(String subject, Cadence per, LocalDate from) {}

    public record Tally(long times, long points, Instant last) {

        public static final Tally NONE = new Tally(0, 0, null);

        Tally plus(long more, Instant at) {
            return new Tally(times + 1, points + more, last == null || at.isAfter(last) ? at : last);
        }
    }

    public Counters {
        member = Map.copyOf(member);
        budgets = Map.copyOf(budgets);
        balances = Map.copyOf(balances);
    }

    public Tally tally(Key key) {
        return member.getOrDefault(key, Tally.NONE);
    }

    public long spentOf(String budget) {
        return budgets.getOrDefault(budget, 0L);
    }

    public long balance(String wallet) {
        return balances.getOrDefault(wallet, 0L);
    }

    /** These counters, to be moved on. */
    public Open open() {
        return new Open(new HashMap<>(member), new HashMap<>(budgets), new HashMap<>(balances));
    }

    public record Open(Map<Key, Tally> member, Map<String, Long> budgets, Map<String, Long> balances) {

        public void used(Key key, long points, Instant at) {
            member.put(key, member.getOrDefault(key, Tally.NONE).plus(points, at));
        }

        public Counters closed() {
            return new Counters(member, budgets, balances);
        }
    }
}
