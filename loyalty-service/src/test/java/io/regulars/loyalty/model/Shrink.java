package io.regulars.loyalty.model;

import io.regulars.loyalty.model.Case.Published;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes a case that fails as small as it fails with: fewer commands, then fewer words of the programme. */
final class Shrink {

    private final Predicate<Case> fails;
    private Case smallest;

    private Shrink(Case found, Predicate<Case> fails) {
        this.smallest = found;
        this.fails = fails;
    }

    static Case smallest(Case found, Predicate<Case> fails) {
        Shrink shrink = new Shrink(found, fails);
        for (int before = Integer.MAX_VALUE; shrink.size() < before; ) {
            before = shrink.size();
            shrink.commands();
            shrink.versions();
            shrink.words();
        }
        return shrink.smallest;
    }

    private int size() {
        return smallest.toString().length();
    }

    private boolean take(List<Published> versions, List<Command> commands) {
        Case smaller = new Case(versions, commands);
        if (!fails.test(smaller)) return false;
        smallest = smaller;
        return true;
    }

    private void commands() {
        for (int i = smallest.commands().size() - 1; i >= 0; i--) {
            List<Command> fewer = new ArrayList<>(smallest.commands());
            fewer.remove(i);
            if (take(smallest.versions(), fewer)) continue;
            for (Command simpler : smallest.commands().get(i).simpler()) {
                List<Command> others = new ArrayList<>(smallest.commands());
                others.set(i, simpler);
                if (take(smallest.versions(), others)) break;
            }
        }
    }

    private void versions() {
        for (int i = smallest.versions().size() - 1;
                i >= 0 && smallest.versions().size() > 1;
                i--) {
            List<Published> fewer = new ArrayList<>(smallest.versions());
            fewer.remove(i);
            take(fewer, smallest.commands());
        }
    }

    private void words() {
        for (int i = 0; i < smallest.versions().size(); i++) {
            for (boolean again = true; again; ) {
                again = false;
                Published now = smallest.versions().get(i);
                for (Object simpler : without(now.document())) {
                    List<Published> others = new ArrayList<>(smallest.versions());
                    others.set(i, new Published(now.from(), cast(simpler)));
                    if (take(others, smallest.commands())) {
                        again = true;
                        break;
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object tree) {
        return (Map<String, Object>) tree;
    }

    /** Every tree with one thing less in it. */
    private static List<Object> without(Object tree) {
        List<Object> all = new ArrayList<>();
        if (tree instanceof Map<?, ?> map) {
            for (Object word : map.keySet()) {
                Map<Object, Object> less = new LinkedHashMap<>(map);
                less.remove(word);
                all.add(less);
                for (Object value : without(map.get(word))) {
                    Map<Object, Object> other = new LinkedHashMap<>(map);
                    other.put(word, value);
                    all.add(other);
                }
            }
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                List<Object> less = new ArrayList<>(list);
                less.remove(i);
                all.add(less);
                for (Object value : without(list.get(i))) {
                    List<Object> other = new ArrayList<>(list);
                    other.set(i, value);
                    all.add(other);
                }
            }
        }
        return all;
    }
}
