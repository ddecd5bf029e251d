package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Ids;
import java.util.UUID;

/** All that was read, and nothing concluded yet. */
public final class Evidence {
    public final Ids ids;
    public final Terms terms;
    public final Claims claims = new Claims();
    public final Spine spine = new Spine();
    public final Facts facts = new Facts();
    public final Crm crm = new Crm();
    public final Loyalty loyalty = new Loyalty();
    public final Engagement engagement = new Engagement();

    public Evidence(Ids ids, Terms terms) {
        this.ids = ids;
        this.terms = terms;
    }

    public UUID id(int number) {
        return ids.at(number);
    }
}
