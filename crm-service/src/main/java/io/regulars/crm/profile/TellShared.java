package io.regulars.crm.profile;

import io.regulars.crm.profile.SurvivorshipRules.Shown;
import io.regulars.events.TouchpointEvent.CustomerShared;
import io.regulars.platform.database.Tx;
import io.regulars.platform.journal.Cause;
import io.regulars.platform.journal.Facts;
import io.regulars.platform.journal.Journal;
import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells the world what of a customer is shared, over all sides of her, where that is something else than it was told. */
@ApplicationScoped
public class TellShared {

    private final Profiles profiles;
    private final Journal journal;
    private final SortedSet<String> marked;

    TellShared(Profiles profiles, Journal journal, SharingSettings settings) {
        this.profiles = profiles;
        this.journal = journal;
        this.marked = settings.sharedAttributes().orElse(Set.of()).stream()
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The installation's setting, as text to compare. */
    String setting() {
        return String.join(",", marked);
    }

    /** Who is who has changed: of a survivor only what is new is told, of a restored one all there is. */
    public void afterMerging(Tx tx, UUID root, boolean restored, Facts facts, Cause cause) {
        Kept held = profiles.hold(tx, root).orElseThrow();
        collect(tx, List.of(held), restored, facts, cause);
    }

    /** @param held roots as the caller holds them */
    void store(Tx tx, List<Kept> held, Cause cause) {
        Facts facts = new Facts(cause.recordedAt());
        collect(tx, held, false, facts, cause);
        journal.append(tx, facts);
    }

    private void collect(Tx tx, List<Kept> held, boolean allThereIs, Facts facts, Cause cause) {
        Map<UUID, List<Kept>> trees = profiles.ofTrees(tx, held);
        record Told(UUID root, String shared) {}
        List<Told> told = new ArrayList<>();
        for (Kept root : held) {
            Shown shown = SurvivorshipRules.of(trees.get(root.side()));
            CustomerShared fact = SharingRules.shared(root.side(), shown.profile(), marked, cause.recordedAt());
            String shared = text(fact);
            boolean differs = !shared.equals(root.shared());
            if (differs || allThereIs && !shared.isEmpty()) facts.say(fact, cause);
            told.add(new Told(root.side(), shared));
        }
        profiles.told(tx, told, Told::root, Told::shared, setting());
    }

    private record Said(String birthday, Object attributes) {}

    /** Nothing, where nothing is shared: that needs not be told of whom nothing was. */
    private static String text(CustomerShared fact) {
        if (fact.birthday() == null && fact.attributes().isEmpty()) return "";
        return new String(Json.bytes(new Said(fact.birthday(), fact.attributes())), StandardCharsets.UTF_8);
    }
}
