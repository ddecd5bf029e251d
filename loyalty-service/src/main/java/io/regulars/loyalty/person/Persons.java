package io.regulars.loyalty.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** What customers share, members or not: the newest the crm told of each. */
@ApplicationScoped
public class Persons {

    private static final String OF = """
        select customer_id, birthday, attributes from person where customer_id = any($1::uuid[])
        """;
    private static final String STORE = """
        insert into person (customer_id, birthday, attributes)
        select * from unnest($1::uuid[], $2::int[], $3::text[])
        on conflict (customer_id) do update set birthday = excluded.birthday, attributes = excluded.attributes
        """;

    /** Asked now, read later; who is not there shares nothing. */
    public Supplier<Map<UUID, Person>> of(Tx tx, Collection<UUID> customerIds) {
        if (customerIds.isEmpty()) return Map::of;
        Tx.Answer rows = tx.ask(OF, (Object) Column.uuids(customerIds));
        return () -> {
            Map<UUID, Person> persons = new HashMap<>();
            for (Row row : rows.rows()) persons.put(row.getUUID("customer_id"), person(row));
            return persons;
        };
    }

    public void store(Tx tx, Map<UUID, Person> told) {
        if (told.isEmpty()) return;
        List<Map.Entry<UUID, Person>> all = new ArrayList<>(new TreeMap<>(told).entrySet());
        tx.send(
                STORE,
                Column.uuids(all, Map.Entry::getKey),
                all.stream()
                        .map(each -> Person.number(each.getValue().birthday()))
                        .toArray(Integer[]::new),
                Column.texts(all, each -> text(each.getValue().attributes())));
    }

    private static Person person(Row row) {
        Integer birthday = row.getInteger("birthday");
        Map<String, String> attributes = new HashMap<>();
        Json.read(row.getString("attributes").getBytes(StandardCharsets.UTF_8), JsonNode.class)
                .properties()
                .forEach(each -> attributes.put(each.getKey(), each.getValue().textValue()));
        return new Person(birthday == null ? null : MonthDay.of(birthday / 100, birthday % 100), attributes);
    }

    private static String text(Map<String, String> attributes) {
        return new String(Json.bytes(new TreeMap<>(attributes)), StandardCharsets.UTF_8);
    }
}
