package io.regulars.local.check.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.regulars.local.check.evidence.Loyalty.Award;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Awards as loyalty stores them: {@code [[line, rule, wallet, desired, actual, refusal], ...]}. */
public final class StoredAwards {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredAwards() {}

    public static List<Award> read(String json) throws SQLException {
        try {
            List<Award> awards = new ArrayList<>();
            for (JsonNode each : JSON.readTree(json)) {
                awards.add(new Award(
                        each.path(0).asInt(),
                        each.path(1).asText(),
                        each.path(2).asText(),
                        each.path(3).asLong(),
                        each.path(4).asLong(),
                        !each.path(5).isMissingNode() && !each.path(5).isNull()));
            }
            return awards;
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("awards cannot be read", unreadable);
        }
    }
}
