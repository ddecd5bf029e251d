package io.regulars.local.simulator.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.process.NotStarted;
import io.regulars.local.simulator.till.PretendGateway.Asked;
import io.regulars.local.simulator.till.PretendGateway.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillKeyTest {
    private static final List<String> STORES = List.of("S-001", "S-002");

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @TempDir
    Path data;

    @Test
    void a_key_is_made_once_and_only_its_owner_can_read_it() throws IOException {
        try (PretendGateway gateway = new PretendGateway(this::answer)) {
            String key = TillKey.of(data, gateway.url(), "office", STORES);

            assertEquals(key, TillKey.of(data, gateway.url(), "office", STORES));
            assertEquals(1, known.size());
            assertTrue(gateway.asked().get(0).body().contains("\"stores\":[\"S-001\",\"S-002\"]"));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        }
    }

    @Test
    void an_installation_begun_anew_gives_a_new_one() {
        try (PretendGateway gateway = new PretendGateway(this::answer)) {
            TillKey.of(data, gateway.url(), "office", STORES);
            known.clear();

            String anew = TillKey.of(data, gateway.url(), "office", STORES);

            assertEquals(Set.of(anew), known);
        }
    }

    @Test
    void a_gateway_that_gives_none_is_a_sentence() {
        try (PretendGateway gateway = new PretendGateway(asked -> new Said(403, "{\"detail\":\"Not you.\"}"))) {
            NotStarted refused = assertThrows(NotStarted.class, () -> TillKey.of(data, gateway.url(), "till", STORES));
            assertEquals("The gateway gives the tills no key: 403 Not you.", refused.getMessage());
        }
    }

    private Said answer(Asked asked) {
        String bearer = asked.credential().substring("Bearer ".length());
        if (asked.path().startsWith("/v1/purchases/")) return new Said(known.contains(bearer) ? 404 : 401, "{}");
        String key = "rk_" + (known.size() + 1);
        known.add(key);
        return new Said(201, "{\"id\":\"x\",\"key\":\"" + key + "\"}");
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("simulator"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
