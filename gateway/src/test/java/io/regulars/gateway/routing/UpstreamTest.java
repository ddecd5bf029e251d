package io.regulars.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.platform.access.Peers;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** What goes over the wire to a service behind the gateway. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class UpstreamTest {

    @Inject
    Vertx vertx;

    @Inject
    Peers peers;

    @Inject
    AfterToken tokens;

    @Test
    void the_trace_and_who_asks_travel_with_every_question() throws IOException {
        BlockingQueue<Map<String, List<String>>> heard = new LinkedBlockingQueue<>();
        HttpServer behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        behind.start();
        try {
            Upstream upstream =
                    new Upstream(vertx, peers, at(behind.getAddress().getPort()), tokens);
            Asker asker = Asker.gateway();

            upstream.get("crm", "/v1/customers/1", asker).join();
            upstream.post("crm", "/internal/x", new byte[0], Map.of(), asker).join();
            Map<String, String> yaml = Map.of("Content-Type", "application/yaml");
            upstream.ask("crm", HttpMethod.PUT, "/internal/x", new byte[0], yaml, asker)
                    .join();

            assertEquals(
                    Arrays.asList(null, List.of("application/json"), List.of("application/yaml")),
                    heard.stream().map(headers -> headers.get("Content-type")).toList());
            for (Map<String, List<String>> headers : heard) {
                assertEquals(List.of(asker.traceparent()), headers.get("Traceparent"));
                assertTrue(headers.get("Authorization").get(0).startsWith("Bearer ey"));
            }
            assertEquals(3, heard.size());
            upstream.close();
        } finally {
            behind.stop(0);
        }
    }

    @Test
    void the_log_says_who_does_not_answer_and_not_whom_it_was_asked_about() throws IOException {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler ear = ear(logged);
        Logger log = Logger.getLogger(Upstream.class.getName());
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            log.addHandler(ear);
            Upstream upstream = new Upstream(vertx, peers, at(silent.getLocalPort()), tokens, Duration.ofMillis(100));

            CompletableFuture<?> asked = upstream.get("crm", "/v1/customers/card%3A9840001", Asker.gateway());
            assertThrows(CompletionException.class, asked::join);

            assertEquals(1, logged.size());
            assertTrue(logged.get(0).contains("crm"), logged.get(0));
            assertFalse(logged.get(0).contains("9840001"), logged.get(0));
            upstream.close();
        } finally {
            log.removeHandler(ear);
        }
    }

    private static Handler ear(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage() + Arrays.toString(record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static Config at(int port) {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("regulars.peers.crm", "http://127.0.0.1:" + port)
                .build();
    }
}
