package io.regulars.crm.receipt;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.regulars.platform.database.Database;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.ProblemAnswers;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Whether a purchase or a refund has arrived, whose it is, and how often it came again. */
@Path("/internal/receipts/{id}")
public class ReceiptView {

    private static final String RECEIPT = """
            select receipt_id, kind, customer_id, status, repeats, conflicts, recorded_at
            from receipt where receipt_id = $1 and status <> 'awaited'
            """;

    private final Database database;
    private final Freshness freshness;

    ReceiptView(Database database, Freshness freshness) {
        this.database = database;
        this.freshness = freshness;
    }

    /** {@code status}: {@code applied}, or {@code waiting} for a refund whose purchase has not come. */
    public record Recorded(
            UUID receiptId,
            String kind,
            UUID customerId,
            String status,
            int repeats,
            int conflicts,
            Instant recordedAt,
            Map<String, Instant> asOf) {}

    /** A receipt that may still be on its way says how far we have read. */
    public record NotYet(@JsonUnwrapped Problem problem, Map<String, Instant> asOf) {}

    @GET
    @WaitsForMarks
    @RolesAllowed({"gateway", "crm", "loyalty", "engagement"})
    public Response receipt(@PathParam("id") UUID id) {
        for (Row row : database.inTransaction(tx -> tx.rows(RECEIPT, id))) {
            return Response.ok(recorded(row)).build();
        }
        Problem problem = Refusal.mayStillArrive(Code.NOT_FOUND, "This receipt has not arrived.")
                .problem();
        return Response.fromResponse(ProblemAnswers.answer(problem))
                .entity(new NotYet(problem, freshness.asOf()))
                .build();
    }

    private Recorded recorded(Row row) {
        return new Recorded(
                row.getUUID("receipt_id"),
                row.getString("kind"),
                row.getUUID("customer_id"),
                row.getString("status"),
                row.getInteger("repeats"),
                row.getInteger("conflicts"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                freshness.asOf());
    }
}
