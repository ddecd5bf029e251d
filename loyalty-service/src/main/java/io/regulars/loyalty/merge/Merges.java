package io.regulars.loyalty.merge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.regulars.platform.database.Column;
import io.regulars.platform.database.Tx;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Every merge that was told, and what became of it. */
@ApplicationScoped
public class Merges {

    private static final String CLAIM = """
        insert into customer_merge (merge_id, survivor_id, merged_id, told_at, state) values ($1, $2, $3, $4, 'joined')
        on conflict (merge_id) do nothing
        """;
    private static final String ONE = "select * from customer_merge where merge_id = $1";
    private static final String PROPOSED = """
        select * from customer_merge
        where state = 'proposed' and ($1::uuid is null or (told_at, merge_id) > (
            select told_at, merge_id from customer_merge where merge_id = $1::uuid))
        order by told_at, merge_id limit $2
        """;
    private static final String BECOME = "update customer_merge set state = $2 where merge_id = $1";
    private static final String DECIDE = """
        update customer_merge set state = $2, decided_by = $3, decided_at = $4, reason = $5 where merge_id = $1
        """;

    public enum State {
        /** Both are one here, too. */
        @JsonProperty("joined")
        JOINED,
        /** It waits for staff; both accounts work meanwhile. */
        @JsonProperty("proposed")
        PROPOSED,
        /** Staff said no: both accounts go on. */
        @JsonProperty("refused")
        REFUSED,
        /** They were one and are two again. */
        @JsonProperty("parted")
        PARTED,
        /** It was undone before anybody had decided. */
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    /** @param decision null where nobody was asked, or has answered */
    public record Merge(UUID mergeId, UUID survivorId, UUID mergedId, Instant toldAt, State state, Decision decision) {}

    public record Decision(String by, Instant at, String reason) {}

    /** Whether it had not been heard of. */
    boolean claim(Tx tx, UUID mergeId, UUID survivor, UUID merged, Instant toldAt) {
        return tx.count(CLAIM, mergeId, survivor, merged, Column.at(toldAt)) == 1;
    }

    Optional<Merge> one(Tx tx, UUID mergeId) {
        for (Row row : tx.rows(ONE, mergeId)) return Optional.of(merge(row));
        return Optional.empty();
    }

    /** Those that wait, the first told first; {@code after} that one, or null for the first. */
    List<Merge> proposed(Tx tx, UUID after, int most) {
        List<Merge> merges = new ArrayList<>();
        for (Row row : tx.rows(PROPOSED, after, most)) merges.add(merge(row));
        return merges;
    }

    void become(Tx tx, UUID mergeId, State state) {
        tx.send(BECOME, mergeId, stored(state));
    }

    void decide(Tx tx, UUID mergeId, State state, Decision decision) {
        tx.send(DECIDE, mergeId, stored(state), decision.by(), Column.at(decision.at()), decision.reason());
    }

    private static String stored(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Merge merge(Row row) {
        OffsetDateTime decidedAt = row.getOffsetDateTime("decided_at");
        Decision decision = decidedAt == null
                ? null
                : new Decision(row.getString("decided_by"), decidedAt.toInstant(), row.getString("reason"));
        return new Merge(
                row.getUUID("merge_id"),
                row.getUUID("survivor_id"),
                row.getUUID("merged_id"),
                row.getOffsetDateTime("told_at").toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                decision);
    }
}
