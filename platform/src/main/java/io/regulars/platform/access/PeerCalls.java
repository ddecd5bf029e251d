package io.regulars.platform.access;

import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Asks another service, as this service. For worker threads; every call has a deadline. */
@ApplicationScoped
public class PeerCalls {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Peers peers;
    private final Config config;

    PeerCalls(Peers peers, Config config) {
        this.peers = peers;
        this.config = config;
    }

    /** @param peer {@code crm}, {@code loyalty} or {@code engagement}; empty when the peer has no such thing */
    public <T> Optional<T> get(String peer, String path, Class<T> kind) {
        HttpResponse<byte[]> response = send(request(peer, path).GET().build());
        if (response.statusCode() == 404) return Optional.empty();
        return Optional.of(Json.read(expectOk(peer, response), kind));
    }

    public <T> T post(String peer, String path, Object body, Class<T> kind) {
        HttpRequest request = request(peer, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        return Json.read(expectOk(peer, send(request)), kind);
    }

    private HttpRequest.Builder request(String peer, String path) {
        String address = config.getValue("regulars.peers." + peer, String.class);
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(DEADLINE)
                .header("Authorization", "Bearer " + peers.contextFor(peer, Caller.service(peers.self())));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new PeerSilent(request.uri().getPath(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PeerSilent(request.uri().getPath(), new IOException(stopped));
        }
    }

    private static byte[] expectOk(String peer, HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 == 2) return response.body();
        throw new PeerSilent(peer, new IOException("answered " + response.statusCode()));
    }

    /** A peer did not answer as it should; asking again later may work. */
    public static final class PeerSilent extends RuntimeException {
        PeerSilent(String whom, IOException cause) {
            super(whom + " did not answer: " + cause.getMessage(), cause);
        }
    }
}
