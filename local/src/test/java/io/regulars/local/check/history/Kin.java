package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Kinship;
import java.util.ArrayList;
import java.util.List;

/** What crm's tables hold of customers who were ever merged, so that it can be altered. */
public final class Kin {
    public final List<Kinship.Alias> aliases = new ArrayList<>();
    public final List<Kinship.Merge> merges = new ArrayList<>();
    public final List<Kinship.Owner> owners = new ArrayList<>();
    public final List<Kinship.Line> lines = new ArrayList<>();

    void addAll(Kin other) {
        aliases.addAll(other.aliases);
        merges.addAll(other.merges);
        owners.addAll(other.owners);
        lines.addAll(other.lines);
    }

    void tell(Kinship kinship) {
        aliases.forEach(kinship.aliases::add);
        merges.forEach(kinship.merges::add);
        owners.forEach(kinship.owners::add);
        lines.forEach(kinship.lines::add);
    }
}
