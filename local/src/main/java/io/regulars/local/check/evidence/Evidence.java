package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Ids;
import java.util.UUID;

/** All that was read, and nothing concluded yet. */
public final class Evidence {
    public final Ids ids;
    public final Versions versions;
    public final Claims claims = new Claims();
    public final Spine spine = new Spine();
    public final Facts facts = new Facts();
    public final Crm crm = new Crm();
    public final Loyalty loyalty = new Loyalty();
    public final Engagement engagement = new Engagement();

    public Evidence(Ids ids, Versions versions) {
        this.ids = ids;
        this.versions = versions;
    }

    public UUID id(int number) {
        return ids.at(number);
    }
}
