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
            return and(new Tally(1, more, at));
        }

        /** Both together; the last time is the later one, whichever came first. */
        public Tally and(Tally other) {
            Instant later = last == null || other.last != null && other.last.isAfter(last) ? other.last : last;
            return new Tally(times + other.times, points + other.points, later);
        }

        /** Without the other, never below nothing. */
        public Tally less(Tally other, Instant lastBefore) {
            return new Tally(Math.max(0, times - other.times), Math.max(0, points - other.points), lastBefore);
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
