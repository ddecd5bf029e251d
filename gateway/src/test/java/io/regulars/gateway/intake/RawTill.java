package io.regulars.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.gateway.testing.Callers;
import io.regulars.platform.http.Problem;
import io.regulars.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A till that sends whatever it is told to, byte for byte. */
final class RawTill {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final String key = Callers.storeKey(List.of("S-001"), "record");

    RawTill(String address) {
        this.address = URI.create(address);
    }

    HttpResponse<byte[]> send(String body) throws IOException, InterruptedException {
        return send(BodyPublishers.ofString(body), request -> request);
    }

    /** Chunked: its length is not told before. */
    HttpResponse<byte[]> sendWithoutLength(String body) throws IOException, InterruptedException {
        return send(BodyPublishers.fromPublisher(BodyPublishers.ofString(body)), request -> request);
    }

    /** Without a word on what the body is. */
    HttpResponse<byte[]> sendUntyped(String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Authorization", key);
        return HTTP.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> send(BodyPublisher body, UnaryOperator<HttpRequest.Builder> change)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", key)
                .header("Content-Type", "application/json")
                .POST(body);
        return HTTP.send(change.apply(request).build(), BodyHandlers.ofByteArray());
    }

    static void assertProblem(int status, String code, HttpResponse<byte[]> answer) {
        assertEquals(status, answer.statusCode());
        assertEquals(List.of(Problem.MEDIA_TYPE), answer.headers().map().get("content-type"));
        Map<?, ?> problem = Json.read(answer.body(), Map.class);
        assertEquals(code, problem.get("code"));
        assertEquals(status, problem.get("status"));
    }
}
