package io.regulars.crm.paging;

import io.regulars.platform.http.Refusal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** A place in a list that runs from the newest to the oldest: it stays where it is when newer things come. */
public record Place(Instant at, UUID id) {

    static final Place BEFORE_ALL = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private static final int BYTES = 24;

    static Place of(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length != BYTES) throw unknown();
            ByteBuffer place = ByteBuffer.wrap(bytes);
            Instant at = Instant.EPOCH.plus(place.getLong(), ChronoUnit.MICROS);
            if (at.isAfter(BEFORE_ALL.at)) throw unknown();
            return new Place(at, new UUID(place.getLong(), place.getLong()));
        } catch (IllegalArgumentException notOurs) {
            throw unknown();
        }
    }

    String cursor() {
        ByteBuffer place = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.array());
    }

    private static Refusal unknown() {
        return Refusal.invalid("/cursor", "This cursor is not one we handed out.");
    }
}
