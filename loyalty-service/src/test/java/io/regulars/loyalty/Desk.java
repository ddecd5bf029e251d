package io.regulars.loyalty;

import static io.regulars.loyalty.Club.id;
import static io.restassured.RestAssured.given;

import io.regulars.events.TouchpointEvent;
import io.regulars.platform.access.Caller;
import io.regulars.platform.database.Database;
import io.regulars.platform.json.Json;
import io.regulars.platform.testing.Contexts;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The service desk: what people do with one member of one programme, and what was said of them. */
@ApplicationScoped
public class Desk {

    public static final Caller SUE = Contexts.staff("sue", "support-adjust");

    private static final String SAID =
            "select type, body from journal where customer_id = $1 order by recorded_at, shard, seq";

    private final Database database;
    private final TouchpointEvents view;

    Desk(Database database, TouchpointEvents view) {
        this.database = database;
        this.view = view;
    }

    /** A fact as it was said: its type without loyalty. and .v1, and its fields. */
    public record Said(String type, Map<String, Object> fields) {
        public Object get(String field) {
            return fields.get(field);
        }
    }

    public static RequestSpecification sue() {
        return keyed(UUID.randomUUID().toString());
    }

    public static RequestSpecification keyed(String key) {
        return given().header("Authorization", Contexts.onBehalfOf("loyalty", SUE))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON);
    }

    public static Response enrols(String customer, String programme) {
        Map<String, Object> consent = Map.of("text", "I join the club.", "version", "2026-01", "channel", "store");
        return sue().body(Map.of("customerId", id(customer), "programme", programme, "consent", consent))
                .post("/v1/members");
    }

    public static Response asks(String customer, String what, String programme) {
        return sue().get("/v1/members/{id}/" + what + "?programme={programme}", id(customer), programme);
    }

    public static Response puts(String customer, String what, Map<String, ?> body) {
        return sue().body(body).put("/v1/members/{id}/" + what, id(customer));
    }

    public static Response leaves(String customer, String programme) {
        return sue().delete("/v1/members/{id}/membership?programme={programme}", id(customer), programme);
    }

    /** All at once. */
    public void hears(TouchpointEvent... events) {
        database.untilDone(tx -> {
            view.apply(
                    tx,
                    Stream.of(events)
                            .map(event -> Club.told(event, Instant.now()))
                            .toList());
            return null;
        });
    }

    /** Bought just now. */
    public void sells(String receipt, String customer, long amount) {
        hears(Club.recorded(receipt, customer, Club.purchase(Instant.now(), false, Club.line(1, "A", amount))));
    }

    public List<Said> said(String customer) {
        return database.inTransaction(tx -> {
            List<Said> said = new ArrayList<>();
            for (Row row : tx.rows(SAID, id(customer))) {
                String type = row.getString("type").replace("loyalty.", "").replace(".v1", "");
                @SuppressWarnings("unchecked")
                Map<String, Object> fields = Json.read(row.getBuffer("body").getBytes(), Map.class);
                said.add(new Said(type, fields));
            }
            return said;
        });
    }

    public List<Said> said(String customer, String type) {
        return said(customer).stream().filter(each -> each.type().equals(type)).toList();
    }

    /** The one row of a question about a customer ($1). */
    public Row row(String sql, String customer) {
        return database.inTransaction(
                tx -> tx.rows(sql, id(customer)).iterator().next());
    }

    public void commits(String crime) {
        database.inTransaction(tx -> tx.count(crime));
    }
}
