package io.regulars.crm.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What is known of people, with what of it was told last. */
@ApplicationScoped
public class Profiles {

    private static final String OF =
            "select customer_id, birthday, attributes, shared from profile where customer_id = $1";
    private static final String BEGIN = """
            insert into profile (customer_id) select customer_id from customer where customer_id = $1
            on conflict (customer_id) do nothing
            """;
    private static final String HOLD = OF + " for update";
    private static final String TOLD_BY_ANOTHER_SETTING = """
            select customer_id, birthday, attributes, shared from profile
            where customer_id > $1 and shared_by <> $2 order by customer_id limit $3 for update
            """;
    private static final String STORE = """
            update profile p set birthday = t.birthday, attributes = t.attributes, shared = t.shared, shared_by = $5
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as t (customer_id, birthday, attributes, shared)
            where p.customer_id = t.customer_id
            """;

    private static final String CHANGED = "update profile set changed_by = $2, changed_at = $3 where customer_id = $1";

    /** @param shared what was told last, as text to compare; empty when nothing ever was */
    record Kept(UUID customerId, Profile profile, String shared) {}

    public Profile of(Tx tx, UUID customerId) {
        return first(tx.rows(OF, customerId)).map(Kept::profile).orElse(Profile.EMPTY);
    }

    /** The profile, kept from everybody else until the transaction ends; none of somebody who is no customer. */
    Optional<Kept> hold(Tx tx, UUID customerId) {
        tx.send(BEGIN, customerId);
        return first(tx.rows(HOLD, customerId));
    }

    /** The next ones of whom something else was told than this setting says. */
    List<Kept> toldByAnother(Tx tx, String setting, UUID after, int most) {
        List<Kept> kept = new ArrayList<>();
        for (Row row : tx.rows(TOLD_BY_ANOTHER_SETTING, after, setting, most)) kept.add(kept(row));
        return kept;
    }

    void changed(Tx tx, UUID customerId, String by, Instant at) {
        tx.send(CHANGED, customerId, by, Column.at(at));
    }

    void store(Tx tx, List<Kept> changed, String setting) {
        if (changed.isEmpty()) return;
        tx.send(
                STORE,
                Column.uuids(changed, Kept::customerId),
                Column.texts(changed, each -> birthday(each.profile())),
                Column.texts(changed, each -> text(each.profile().attributes())),
                Column.texts(changed, Kept::shared),
                setting);
    }

    private static Optional<Kept> first(RowSet<Row> rows) {
        for (Row row : rows) return Optional.of(kept(row));
        return Optional.empty();
    }

    private static Kept kept(Row row) {
        String birthday = row.getString("birthday");
        JsonNode written = Json.read(row.getString("attributes").getBytes(StandardCharsets.UTF_8), JsonNode.class);
        SortedMap<String, String> attributes = new TreeMap<>();
        written.properties()
                .forEach(each -> attributes.put(each.getKey(), each.getValue().textValue()));
        Profile profile = new Profile(birthday == null ? null : SharingRules.day(birthday), attributes);
        return new Kept(row.getUUID("customer_id"), profile, row.getString("shared"));
    }

    private static String birthday(Profile profile) {
        return profile.birthday() == null ? null : SharingRules.text(profile.birthday());
    }

    private static String text(SortedMap<String, String> attributes) {
        return new String(Json.bytes(attributes), StandardCharsets.UTF_8);
    }
}
