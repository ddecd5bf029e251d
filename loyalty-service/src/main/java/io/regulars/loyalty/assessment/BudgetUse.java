package io.regulars.loyalty.assessment;

import io.regulars.loyalty.earning.limit.Budgets.Name;
import java.util.HashMap;
import java.util.Map;

/** Points given from budgets, while facts are folded. */
public final class BudgetUse {

    private final Map<Name, Long> now = new HashMap<>();
    private final Map<Name, Long> changed = new HashMap<>();

    void know(Map<Name, Long> used) {
        now.putAll(used);
    }

    public Map<String, Long> of(String programme) {
        Map<String, Long> used = new HashMap<>();
        now.forEach((name, points) -> {
            if (name.programme().equals(programme)) used.put(name.budget(), points);
        });
        return used;
    }

    public void become(String programme, Map<String, Long> after) {
        after.forEach((budget, points) -> {
            Name name = new Name(programme, budget);
            if (!points.equals(now.put(name, points))) changed.put(name, points);
        });
    }

    public Map<Name, Long> changed() {
        return changed;
    }
}
