package io.regulars.gateway.routing;

import io.regulars.gateway.access.Asker;
import io.regulars.platform.access.Peers;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.Marks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Asks the services behind the gateway, on behalf of whoever asked it. Every question has a deadline and a bound. */
@ApplicationScoped
public class Upstream {

    private static final Logger LOG = Logger.getLogger(Upstream.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Vertx vertx;
    private final HttpClient client;
    private final Peers peers;
    private final Config config;
    private final AfterToken tokens;
    private final Duration deadline;
    private final Set<String> away = ConcurrentHashMap.newKeySet();

    @Inject
    Upstream(Vertx vertx, Peers peers, Config config, AfterToken tokens) {
        this(vertx, peers, config, tokens, DEADLINE);
    }

    Upstream(Vertx vertx, Peers peers, Config config, AfterToken tokens, Duration deadline) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(1_000)
                .setKeepAliveTimeout(30)
                .setMaxWaitQueueSize(500);
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(50));
        this.peers = peers;
        this.config = config;
        this.tokens = tokens;
        this.deadline = deadline;
    }

    /** An answer as it came, not looked into; {@code after} is the token of what it wrote. */
    public record Answer(int status, String type, byte[] body, String replayed, String after) {
        public boolean ok() {
            return status / 100 == 2;
        }
    }

    public CompletableFuture<Answer> get(String peer, String path, Asker asker) {
        return ask(peer, HttpMethod.GET, path, null, Map.of(), asker);
    }

    public CompletableFuture<Answer> post(
            String peer, String path, byte[] json, Map<String, String> headers, Asker asker) {
        return ask(peer, HttpMethod.POST, path, json, headers, asker);
    }

    /** @param body JSON unless the headers say another Content-Type; null for none */
    public CompletableFuture<Answer> ask(
            String peer, HttpMethod method, String path, byte[] body, Map<String, String> headers, Asker asker) {
        return ask(peer, where(peer, method, path, body, headers, asker), body, deadline);
    }

    /** Posts what takes a peer longer than a question does. */
    public CompletableFuture<Answer> patiently(
            String peer, String path, byte[] body, Map<String, String> headers, Asker asker) {
        return ask(peer, where(peer, HttpMethod.POST, path, body, headers, asker), body, PATIENCE);
    }

    private RequestOptions where(
            String peer, HttpMethod method, String path, byte[] body, Map<String, String> headers, Asker asker) {
        RequestOptions where = new RequestOptions()
                .setAbsoluteURI(config.getValue("regulars.peers." + peer, String.class) + path)
                .setMethod(method)
                .putHeader("traceparent", asker.traceparent())
                .putHeader("Authorization", "Bearer " + peers.contextFor(peer, asker.caller()));
        if (body != null) where.putHeader("Content-Type", "application/json");
        headers.forEach(where::putHeader);
        if (asker.after() != null) where.putHeader(Marks.HEADER, asker.after().toString());
        return where;
    }

    private CompletableFuture<Answer> ask(String peer, RequestOptions where, byte[] body, Duration longest) {
        return exchange(where.setTimeout(longest.toMillis()), body)
                .orTimeout(longest.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> note(peer, failure))
                .exceptionally(failure -> {
                    throw silent();
                });
    }

    /** On an event loop from its start: from another thread the body could arrive before anybody listens to it. */
    private CompletableFuture<Answer> exchange(RequestOptions where, byte[] json) {
        CompletableFuture<Answer> done = new CompletableFuture<>();
        vertx.runOnContext(onLoop -> client.request(where)
                .compose(request -> send(request, json))
                .compose(this::whole)
                .onSuccess(done::complete)
                .onFailure(done::completeExceptionally));
        return done;
    }

    /**
     * One line when a peer falls silent and one when it speaks again. Never the failure's own words: they may hold the
     * address that was asked, and with it a card number.
     */
    private void note(String peer, Throwable failure) {
        if (failure == null) {
            if (away.remove(peer)) LOG.infof("%s answers again", peer);
        } else if (away.add(peer)) {
            LOG.warnf("%s does not answer: %s", peer, failure.getClass().getSimpleName());
        }
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, byte[] json) {
        return json == null ? request.send() : request.send(Buffer.buffer(json));
    }

    private Future<Answer> whole(HttpClientResponse response) {
        return response.body()
                .map(body -> new Answer(
                        response.statusCode(),
                        response.getHeader("Content-Type"),
                        body.getBytes(),
                        response.getHeader("Idempotent-Replayed"),
                        token(response.getHeader(Marks.HEADER))));
    }

    private String token(String marks) {
        return marks == null ? null : tokens.of(Marks.read(marks));
    }

    /** Waits, where waiting is allowed. */
    public static Answer join(CompletableFuture<Answer> asked) {
        try {
            return asked.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof Refusal refusal ? refusal : failure;
        }
    }

    public static Refusal silent() {
        return Refusal.of(Code.UNAVAILABLE, "The part that knows this is not answering. Ask again in a moment.");
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
