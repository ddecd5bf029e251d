package io.regulars.local.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void keys_stay_the_same_from_call_to_call() throws IOException {
        Secrets secrets = new Secrets(folder);
        secrets.create();
        String before = Files.readString(secrets.file("gateway"));

        secrets.create();

        assertEquals(before, Files.readString(secrets.file("gateway")));
    }

    @Test
    void only_the_owner_may_read_a_key() throws IOException {
        new Secrets(folder).create();

        for (String holder : Secrets.HOLDERS) {
            Path file = folder.resolve(holder + ".jwk");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void what_is_handed_out_to_a_service_is_its_own_key_and_everybodys_public_ones() throws IOException {
        Secrets secrets = new Secrets(folder.resolve("all"));
        secrets.create();

        secrets.handOut(folder.resolve("keys"), List.of("crm", "gateway"));
        secrets.handOut(folder.resolve("keys"), List.of("crm", "gateway"));

        try (var files = Files.walk(folder.resolve("keys")).filter(Files::isRegularFile)) {
            assertEquals(
                    Set.of("crm/crm.jwk", "crm/peers.jwks", "gateway/gateway.jwk", "gateway/peers.jwks"),
                    files.map(file -> folder.resolve("keys").relativize(file).toString())
                            .collect(Collectors.toSet()));
        }
        assertEquals(Files.readString(secrets.file("crm")), Files.readString(folder.resolve("keys/crm/crm.jwk")));
    }

    @Test
    void peers_see_public_halves_alone() throws IOException {
        new Secrets(folder).create();

        JsonNode keys = new ObjectMapper()
                .readTree(folder.resolve("peers.jwks").toFile())
                .get("keys");

        assertEquals(Secrets.HOLDERS, keys.findValuesAsText("kid"));
        for (JsonNode key : keys) {
            assertFalse(key.has("d"));
            assertEquals(32, Base64.getUrlDecoder().decode(key.get("x").asText()).length);
        }
        assertTrue(Files.readString(folder.resolve("crm.jwk")).contains("\"d\""));
    }
}
