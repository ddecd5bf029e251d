package io.regulars.engagement.message;

import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was said to customers. */
@ApplicationScoped
class Messages {

    private static final String CURRENT_WORDS = "select key, max(version) as version from template group by key";
    private static final String SAY = """
            insert into message (message_id, customer_id, template, template_version, programme, tier, caused_by,
                                 created_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[], $7::uuid[],
                                 $8::timestamptz[])
            on conflict do nothing
            returning message_id
            """;

    /** The newest version of every template. */
    Map<String, Integer> currentVersions(Tx tx) {
        Map<String, Integer> versions = new HashMap<>();
        for (Row row : tx.rows(CURRENT_WORDS)) versions.put(row.getString("key"), row.getInteger("version"));
        return versions;
    }

    /** Stores what was not said before for the same cause; hands out those by id. */
    Map<UUID, Message> store(Tx tx, List<Message> messages) {
        if (messages.isEmpty()) return Map.of();
        Map<UUID, Message> stored = new HashMap<>();
        for (Message message : messages) stored.put(message.messageId(), message);
        Set<UUID> isNew = new HashSet<>();
        for (Row row : tx.rows(
                SAY,
                Column.uuids(messages, Message::messageId),
                Column.uuids(messages, Message::customerId),
                Column.texts(messages, Message::template),
                Column.ints(messages, Message::templateVersion),
                Column.texts(messages, Message::programme),
                Column.texts(messages, Message::tier),
                Column.uuids(messages, Message::causedBy),
                Column.instants(messages, Message::createdAt))) {
            isNew.add(row.getUUID("message_id"));
        }
        stored.keySet().retainAll(isNew);
        return stored;
    }
}
