package io.regulars.local.simulator.till;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.local.process.NotStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** The store key all tills of the town share: asked for once, then kept where only its owner can read it. */
public final class TillKey {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOBODY = "/v1/purchases/00000000-0000-5000-8000-000000000000";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String officeToken;

    private TillKey(String url, String officeToken) {
        this.url = url;
        this.officeToken = officeToken;
    }

    /** @param officeToken a token that may make store keys */
    public static String of(Path data, String url, String officeToken, List<String> stores) {
        Path file = data.resolve("simulator").resolve("till-of-%d-stores.key".formatted(stores.size()));
        TillKey asked = new TillKey(url, officeToken);
        try {
            String kept = Files.exists(file) ? Files.readString(file).strip() : null;
            if (kept != null && asked.opens(kept)) return kept;
            String key = asked.made(stores);
            keep(file, key);
            return key;
        } catch (IOException silent) {
            throw new UncheckedIOException("no store key: " + silent.getMessage(), silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotStarted("Interrupted before the tills had their key.");
        }
    }

    /** Keys of an installation that was begun anew are unknown to it. */
    private boolean opens(String key) throws IOException, InterruptedException {
        HttpRequest request = new Gateway(url, key, officeToken).get(NOBODY, key);
        return http.send(request, BodyHandlers.discarding()).statusCode() != 401;
    }

    private String made(List<String> stores) throws IOException, InterruptedException {
        ObjectNode wanted = JSON.createObjectNode().put("name", "tills of the simulated town");
        stores.forEach(wanted.putArray("stores")::add);
        List.of("record", "lookup", "redeem").forEach(wanted.putArray("scopes")::add);
        HttpRequest request = new Gateway(url, null, officeToken)
                .post("/v1/store-keys", officeToken, JSON.writeValueAsBytes(wanted), Duration.ofSeconds(10))
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        JsonNode body = Bodies.read(answer.body());
        if (answer.statusCode() / 100 == 2) return body.path("key").asText();
        throw new NotStarted("The gateway gives the tills no key: %d %s"
                .formatted(answer.statusCode(), body.path("detail").asText()));
    }

    private static void keep(Path file, String key) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key + "\n", StandardOpenOption.WRITE);
    }
}
