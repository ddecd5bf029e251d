package io.regulars.local.check.history;

import io.regulars.events.TouchpointEvent.CustomersMerged;
import io.regulars.events.TouchpointEvent.CustomersUnmerged;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Kinship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is one with whom in a small crm, and by which ref everybody is known. */
final class SmallMerges {
    private final SmallWorld world;
    private final Map<UUID, UUID> refs = new LinkedHashMap<>();
    private final List<Made> made = new ArrayList<>();
    /** By fact, whose it is where it is told of a survivor. */
    private final Map<UUID, UUID> sides = new HashMap<>();

    private record Made(UUID id, UUID survivor, UUID merged, boolean active) {}

    SmallMerges(SmallWorld world) {
        this.world = world;
    }

    void known(UUID customer, UUID ref) {
        refs.put(customer, ref);
    }

    UUID ref(UUID customer) {
        return refs.get(customer);
    }

    void said(Said fact, UUID side) {
        sides.put(fact.eventId(), side);
    }

    UUID root(UUID customer) {
        return made.stream()
                .filter(each -> each.active() && each.merged().equals(customer))
                .findFirst()
                .map(each -> root(each.survivor()))
                .orElse(customer);
    }

    UUID merge(UUID one, UUID other) {
        Made merge = new Made(world.id(), root(one), root(other), true);
        made.add(merge);
        for (UUID each : List.of(merge.survivor(), merge.merged())) {
            CustomersMerged fact = new CustomersMerged(
                    each, merge.id(), merge.survivor(), merge.merged(), List.of(ref(merge.merged())), world.now());
            world.say(FactTopic.TOUCHPOINTS, fact, null);
        }
        return merge.id();
    }

    void undo(UUID id) {
        Made merge =
                made.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        UUID survivor = root(merge.merged());
        made.set(made.indexOf(merge), new Made(id, merge.survivor(), merge.merged(), false));
        for (UUID each : List.of(survivor, merge.merged())) {
            CustomersUnmerged fact = new CustomersUnmerged(
                    each, id, survivor, merge.merged(), List.of(), List.of(ref(merge.merged())), world.now());
            world.say(FactTopic.TOUCHPOINTS, fact, null);
        }
    }

    void close() {
        Kin kin = world.history.kin;
        Set<UUID> met = new LinkedHashSet<>();
        for (Made each : made) {
            met.addAll(List.of(each.survivor(), each.merged()));
            int survivor = world.number(each.survivor());
            kin.merges.add(
                    new Kinship.Merge(world.number(each.id()), survivor, world.number(each.merged()), each.active()));
        }
        for (UUID each : met) {
            kin.owners.add(new Kinship.Owner(world.number(ref(each)), world.number(each)));
            if (!root(each).equals(each)) {
                kin.aliases.add(new Kinship.Alias(world.number(each), world.number(root(each))));
            }
        }
        for (Said each : world.history.said) {
            if (!met.contains(each.subject())) continue;
            UUID side = sides.getOrDefault(each.eventId(), each.subject());
            kin.lines.add(
                    new Kinship.Line(world.number(each.eventId()), world.number(each.subject()), world.number(side)));
        }
    }
}
