package io.regulars.crm.merge;

import io.regulars.crm.customer.CustomerNames;
import io.regulars.crm.customer.Tree;
import io.regulars.crm.customer.Trees;
import io.regulars.crm.paging.Page;
import io.regulars.crm.paging.Page.Listing;
import io.regulars.crm.paging.Place;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.view.Freshness;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Every merge a customer was ever part of, the newest first: who did it, when and why, and whether it was undone. */
@Path("/v1/customers/{id}/merges")
public class MergesView {

    private static final String MERGES = "select " + Merges.COLUMNS + """
             from customer_merge
            where (survivor_id = any($1::uuid[]) or merged_id = any($1::uuid[])) and (merged_at, merge_id) < ($2, $3)
            order by merged_at desc, merge_id desc limit $4
            """;

    private final Database database;
    private final CustomerNames names;
    private final Trees trees;
    private final Freshness freshness;

    MergesView(Database database, CustomerNames names, Trees trees, Freshness freshness) {
        this.database = database;
        this.names = names;
        this.trees = trees;
        this.freshness = freshness;
    }

    @GET
    @RolesAllowed("gateway")
    public Listing<Merge> merges(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Page page = Page.asked(limit, cursor);
        List<Merge> read = database.inTransaction(tx -> merges(tx, trees.of(tx, names.idOf(tx, id)), page));
        return page.listing(read, merge -> new Place(merge.mergedAt(), merge.mergeId()), freshness.asOf());
    }

    private static List<Merge> merges(Tx tx, Tree tree, Page page) {
        if (!tree.known()) throw CustomerNames.unknown();
        Place after = page.after();
        return Merges.merges(tx.rows(MERGES, tree.sidesArray(), Column.at(after.at()), after.id(), page.toRead()));
    }
}
