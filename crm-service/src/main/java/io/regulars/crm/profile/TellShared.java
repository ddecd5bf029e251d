package io.regulars.crm.profile;

import io.regulars.crm.profile.Profiles.Kept;
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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Stores profiles and tells the world what of them is shared, where that is something else than it was told. */
@ApplicationScoped
class TellShared {

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

    /** @param held profiles as they shall be; the caller holds them */
    void store(Tx tx, List<Kept> held, Cause cause) {
        Facts facts = new Facts(cause.recordedAt());
        List<Kept> stored = new ArrayList<>();
        for (Kept each : held) {
            CustomerShared fact = SharingRules.shared(each.customerId(), each.profile(), marked, cause.recordedAt());
            String shared = text(fact);
            if (!shared.equals(each.shared())) facts.say(fact, cause);
            stored.add(new Kept(each.customerId(), each.profile(), shared));
        }
        profiles.store(tx, stored, setting());
        journal.append(tx, facts);
    }

    private record Said(String birthday, Object attributes) {}

    /** Nothing, where nothing is shared: that needs not be told of whom nothing was. */
    private static String text(CustomerShared fact) {
        if (fact.birthday() == null && fact.attributes().isEmpty()) return "";
        return new String(Json.bytes(new Said(fact.birthday(), fact.attributes())), StandardCharsets.UTF_8);
    }
}
