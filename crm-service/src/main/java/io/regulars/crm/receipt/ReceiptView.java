package io.regulars.crm.receipt;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.events.Event;
import io.regulars.events.Intake.PurchasePosted;
import io.regulars.events.Intake.RefundPosted;
import io.regulars.events.Intake.VoidPosted;
import io.regulars.events.Types;
import io.regulars.events.Voiding;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.ProblemAnswers;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import io.regulars.platform.view.ParkedView;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whether a purchase, a refund or a void has arrived, whose it is, how often it came again, whether it stands. */
@Path("/internal/receipts/{id}")
public class ReceiptView {

    private static final String RECEIPT = """
            select r.receipt_id, r.kind, coalesce(c.merged_into, r.side, r.customer_id) as customer_id, r.store, r.status,
                   r.repeats, r.conflicts, r.recorded_at,
                   exists (select from receipt v where v.receipt_id = $2 and v.kind = 'void') as voided
            from receipt r left join customer c on c.customer_id = coalesce(r.side, r.customer_id)
            where r.receipt_id = $1 and r.status <> 'awaited'
            """;

    private final Database database;
    private final ParkedView parked;
    private final Freshness freshness;

    ReceiptView(Database database, ParkedView parked, Freshness freshness) {
        this.database = database;
        this.parked = parked;
        this.freshness = freshness;
    }

    /**
     * {@code voided}: a purchase that was undone as a whole.
     *
     * <p>{@code status}: {@code applied}, {@code waiting} for a refund or a void whose purchase has not come, or {@code parked} when
     * it came and could not be recorded. {@code store} is missing where it is not known.
     */
    public record Recorded(
            UUID receiptId,
            String kind,
            UUID customerId,
            String store,
            String status,
            int repeats,
            int conflicts,
            boolean voided,
            Instant recordedAt,
            Map<String, Instant> asOf) {}

    /** A receipt that may still be on its way says how far we have read. */
    public record NotYet(@JsonUnwrapped Problem problem, Map<String, Instant> asOf) {}

    @GET
    @WaitsForMarks
    @RolesAllowed({"gateway", "crm", "loyalty", "engagement"})
    public Response receipt(@PathParam("id") UUID id) {
        Optional<Recorded> told = database.inTransaction(tx -> recorded(tx, id)
                .or(() -> parked(tx, id, "purchase", PurchasePosted.class))
                .or(() -> parked(tx, id, "refund", RefundPosted.class))
                .or(() -> parked(tx, id, "void", VoidPosted.class)));
        if (told.isPresent()) return Response.ok(told.get()).build();
        Problem problem = Refusal.mayStillArrive(Code.NOT_FOUND, "This receipt has not arrived.")
                .problem();
        return Response.fromResponse(ProblemAnswers.answer(problem))
                .entity(new NotYet(problem, freshness.asOf()))
                .build();
    }

    private Optional<Recorded> recorded(Tx tx, UUID id) {
        for (Row row : tx.rows(RECEIPT, id, Voiding.of(id))) return Optional.of(recorded(row));
        return Optional.empty();
    }

    private Optional<Recorded> parked(Tx tx, UUID id, String kind, Class<? extends Event> posted) {
        return parked.naming(tx, Types.nameOf(posted), kind + "Id", id)
                .map(body ->
                        new Recorded(id, kind, null, store(body, kind), "parked", 0, 0, false, null, freshness.asOf()));
    }

    private static String store(byte[] body, String kind) {
        try {
            String posted = kind.equals("void") ? "voiding" : kind;
            return Json.read(body, JsonNode.class).at("/" + posted + "/store").textValue();
        } catch (Json.Unreadable unreadable) {
            return null;
        }
    }

    private Recorded recorded(Row row) {
        return new Recorded(
                row.getUUID("receipt_id"),
                row.getString("kind"),
                row.getUUID("customer_id"),
                row.getString("store"),
                row.getString("status"),
                row.getInteger("repeats"),
                row.getInteger("conflicts"),
                row.getBoolean("voided"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                freshness.asOf());
    }
}
