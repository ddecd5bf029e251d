package io.regulars.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

    private final UUID id = UUID.randomUUID();
    private final String secret = KeySecret.random();
    private final KnownKeys keys = new KnownKeys();

    @Test
    void a_key_that_was_taken_back_stays_so_whatever_the_topic_repeats() {
        keys.tell(credential(false));
        assertNotNull(keys.holderOf(secret));

        keys.tell(credential(true));
        keys.tell(credential(false));

        assertNull(keys.holderOf(secret));
    }

    @Test
    void what_the_topic_lacks_is_told_and_a_revocation_never_taken_back() {
        assertEquals(List.of(credential(false).id()), untold(credential(false)));

        keys.tell(credential(false));
        assertEquals(List.of(), untold(credential(false)));
        assertEquals(List.of(id), untold(credential(true)));

        keys.tell(credential(true));
        assertEquals(List.of(), untold(credential(false)));
    }

    private List<UUID> untold(Credential wanted) {
        return keys.untold(List.of(wanted)).stream().map(Credential::id).toList();
    }

    private Credential credential(boolean revoked) {
        return new Credential(id, KeySecret.hash(secret), Set.of("S-001"), Set.of("record"), revoked);
    }
}
