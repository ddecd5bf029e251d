package io.regulars.engagement.message;

import io.regulars.engagement.template.Templates;
import io.regulars.engagement.template.Templates.Known;
import io.regulars.engagement.template.Templates.Words;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Database;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import io.smallrye.common.annotation.Blocking;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was said to a customer, newest first, in words made while reading. */
@Path("/internal/customers/{id}/messages")
public class CustomerMessagesView {

    private static final String PAGE = """
            select m.message_id, m.template, m.template_version, m.programme, coalesce(m.tier, s.tier) as tier,
                   s.balance, m.created_at
            from message m left join shopper s using (customer_id, programme)
            where m.customer_id = $1
              and ($2::timestamptz is null or (m.created_at, m.message_id) < ($2, $3::uuid))
            order by m.created_at desc, m.message_id desc
            limit $4
            """;

    private final Database database;
    private final Templates templates;
    private final Freshness freshness;

    CustomerMessagesView(Database database, Templates templates, Freshness freshness) {
        this.database = database;
        this.templates = templates;
        this.freshness = freshness;
    }

    /** {@code state}: {@code sent} from the moment it is here; reading it in the app changes nothing yet. */
    public record Shown(UUID messageId, String template, String title, String text, Instant createdAt, String state) {}

    public record Answer(List<Shown> data, String next, Map<String, Instant> asOf) {}

    @GET
    @WaitsForMarks
    @Blocking
    @RolesAllowed({"gateway", "crm", "loyalty"})
    public Answer messages(
            @PathParam("id") UUID id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageAsked asked = PageAsked.of(limit, cursor);
        List<Shown> shown = read(id, asked);
        boolean more = shown.size() > asked.limit();
        List<Shown> data = more ? shown.subList(0, asked.limit()) : shown;
        Shown last = more ? data.get(data.size() - 1) : null;
        String next = last == null ? null : PageAsked.after(last.createdAt(), last.messageId());
        return new Answer(data, next, freshness.asOf());
    }

    private List<Shown> read(UUID customer, PageAsked asked) {
        return database.read(sql -> {
            List<Shown> shown = new ArrayList<>();
            for (Row row : sql.rows(PAGE, customer, Column.at(asked.before()), asked.beforeId(), asked.limit() + 1)) {
                shown.add(show(row));
            }
            return shown;
        });
    }

    private Shown show(Row row) {
        String template = row.getString("template");
        Known known = new Known(row.getString("programme"), row.getString("tier"), row.getLong("balance"));
        Words words = templates.words(template, row.getInteger("template_version"), known);
        Instant createdAt = row.getOffsetDateTime("created_at").toInstant();
        return new Shown(row.getUUID("message_id"), template, words.title(), words.text(), createdAt, "sent");
    }
}
