package io.regulars.loyalty.membership;

import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.tier.Standing;
import io.regulars.loyalty.tier.Standing.Ladder;
import io.regulars.loyalty.tier.standing.Days;
import io.regulars.platform.json.Json;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A row of memberships, read. */
final class MembershipRow {

    private MembershipRow() {}

    static Stored stored(Row row) {
        Membership membership = new Membership(
                row.getUUID("customer_id"),
                row.getString("programme"),
                at(row, "enrolled_at"),
                at(row, "counts_from"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                at(row, "left_at"));
        Experience experience =
                new Experience(row.getLong("purchases"), row.getLong("visits"), signs(row.getString("signs")));
        return new Stored(membership, experience, row.getLong("transfers"), standing(row));
    }

    private static Standing standing(Row row) {
        String basis = row.getString("basis");
        String ladder = row.getString("standing");
        LocalDate first = row.getLocalDate("window_first");
        LocalDate last = row.getLocalDate("window_last");
        return new Standing(
                row.getString("tier"),
                ladder == null ? null : Json.read(ladder.getBytes(StandardCharsets.UTF_8), Ladder.class),
                basis == null ? null : Basis.valueOf(basis.toUpperCase(Locale.ROOT)),
                row.getLong("spend"),
                first == null ? null : new Days(first, last.equals(Memberships.NEVER) ? LocalDate.MAX : last),
                at(row, "spend_as_of"));
    }

    private static Map<String, Instant> signs(String json) {
        if (json == null) return Map.of();
        Map<String, Instant> signs = new HashMap<>();
        Map<?, ?> read = Json.read(json.getBytes(StandardCharsets.UTF_8), Map.class);
        read.forEach((sign, at) -> signs.put((String) sign, Instant.parse((String) at)));
        return signs;
    }

    /** Null where there is none. */
    static String text(Map<String, Instant> signs) {
        if (signs.isEmpty()) return null;
        Map<String, String> written = new TreeMap<>();
        signs.forEach((sign, at) -> written.put(sign, at.toString()));
        return new String(Json.bytes(written), StandardCharsets.UTF_8);
    }

    private static Instant at(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
