package io.regulars.loyalty.approval;

import io.regulars.loyalty.points.NumberCursor;
import io.regulars.platform.access.Caller;
import io.regulars.platform.access.CurrentCaller;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;

/** What waits for a second person: many points, and drafts newer than what is published. What came first stands first. */
@Path("/v1/approvals")
public class ApprovalsView {

    private static final String ADJUSTMENT = "adjustment";
    private static final String VERSION = "programmeVersion";

    // Only what the asker may decide: $1 adjustments, $2 versions. After the place $3, $4, $5.
    private static final String WAITING = """
            select * from (
                select 'adjustment' as kind, a.adjustment_id::text as name, a.adjustment_id, a.customer_id, a.programme,
                       null::int as number, a.wallet, a.points, a.reason, a.expires_at, a.asked_by, a.asked_at
                from adjustment a
                where $1::boolean and a.second_person
                    and not exists (select from adjustment_decision d where d.adjustment_id = a.adjustment_id)
                union all
                select 'programmeVersion', v.programme || '/' || v.number, null, null, v.programme,
                       v.number, null, null, null, null, v.author, v.drafted_at
                from programme_version v
                where $2::boolean and v.published_at is null and v.number > coalesce(
                    (select max(p.number) from programme_version p
                     where p.programme = v.programme and p.published_at is not null and p.withdrawn_at is null), 0)
            ) as waiting
            where (asked_at, kind, name) > ($3::timestamptz, $4::text, $5::text)
            order by asked_at, kind, name limit $6
            """;

    private final Database database;
    private final CurrentCaller caller;

    ApprovalsView(Database database, CurrentCaller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** @param next the cursor of the page after this one, or null */
    public record Page(List<Waiting> data, String next) {}

    @GET
    @RolesAllowed("gateway")
    public Page list(
            @QueryParam("kind") String kind,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") String cursor) {
        NumberCursor.checkLimit(limit);
        if (kind != null && !kind.equals(ADJUSTMENT) && !kind.equals(VERSION)) {
            throw Refusal.invalid("/kind", "It is adjustment or programmeVersion.");
        }
        WaitingPlace after = WaitingPlace.of(cursor);
        Caller asker = caller.get();
        boolean points = !VERSION.equals(kind) && (asker.has("support-adjust") || asker.has("admin"));
        boolean versions = !ADJUSTMENT.equals(kind) && (asker.has("marketing") || asker.has("admin"));
        List<Waiting> found = new ArrayList<>();
        database.read(tx -> tx.rows(
                        WAITING, points, versions, Column.at(after.askedAt()), after.kind(), after.name(), limit + 1))
                .forEach(row -> found.add(Waiting.of(row, asker)));
        List<Waiting> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown, found.size() > limit ? shown.get(limit - 1).place().cursor() : null);
    }
}
