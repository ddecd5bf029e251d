package io.regulars.loyalty.membership;

import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import java.util.HashMap;
import java.util.Map;

/** How far a member's limits are used up, while facts are folded. */
public final class LimitUse {

    private final Map<Key, Tally> now;
    private final Map<Key, Tally> changed = new HashMap<>();

    public LimitUse(Map<Key, Tally> before) {
        this.now = new HashMap<>(before);
    }

    public Map<Key, Tally> now() {
        return now;
    }

    public void become(Map<Key, Tally> after) {
        after.forEach((key, tally) -> {
            if (!tally.equals(now.put(key, tally))) changed.put(key, tally);
        });
    }

    /** So much came on top, whenever it happened. */
    public void add(Map<Key, Tally> more) {
        Map<Key, Tally> after = new HashMap<>();
        more.forEach(
                (key, tally) -> after.put(key, now.getOrDefault(key, Tally.NONE).and(tally)));
        become(after);
    }

    public Map<Key, Tally> changed() {
        return changed;
    }
}
