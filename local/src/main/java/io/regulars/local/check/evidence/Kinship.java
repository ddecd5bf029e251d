package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.column.Rows;

/** What crm-service's tables hold of customers who were ever merged. */
public final class Kinship {

    /** A customer who is another name, and of whom. */
    public record Alias(int customer, int root) {}

    public record Merge(int id, int survivor, int merged, boolean active) {}

    /** Whose an identifier is, by what facts call it. */
    public record Owner(int ref, int customer) {}

    /** A line of the timeline, and on whose side it is shown. */
    public record Line(int event, int subject, int side) {}

    public final Rows<Alias> aliases = Rows.of(Alias.class);
    public final Rows<Merge> merges = Rows.of(Merge.class);
    public final Rows<Owner> owners = Rows.of(Owner.class);
    public final Rows<Line> lines = Rows.of(Line.class);

    /** By number of a customer, somebody who stands for all whom she was ever one with; 0 where she was never merged. */
    public int[] families(Ids ids) {
        int[] families = new int[ids.size()];
        for (Merge each : merges) families[head(families, each.merged())] = head(families, each.survivor());
        for (int customer = 0; customer < families.length; customer++) {
            if (families[customer] != 0) families[customer] = head(families, customer);
        }
        return families;
    }

    private static int head(int[] families, int customer) {
        if (families[customer] == 0) families[customer] = customer;
        int head = customer;
        while (families[head] != head) {
            families[head] = families[families[head]];
            head = families[head];
        }
        return head;
    }
}
