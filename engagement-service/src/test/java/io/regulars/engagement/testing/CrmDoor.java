package io.regulars.engagement.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Stands where crm-service does when engagement asks for an address. */
public final class CrmDoor {

    private static final String PATH = "/internal/customers/";
    private static final Answer UNKNOWN = new Answer(404, "{}");

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<UUID, Supplier<Answer>> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** A status and a JSON body. */
    public record Answer(int status, String body) {
        public static Answer address(String email) {
            return new Answer(200, email == null ? "{\"email\":null}" : "{\"email\":\"" + email + "\"}");
        }
    }

    public CrmDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext(PATH, this::answer);
        server.setExecutor(workers);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void knows(UUID customer, String email) {
        answers.put(customer, () -> Answer.address(email));
    }

    public void answers(UUID customer, Supplier<Answer> answer) {
        answers.put(customer, answer);
    }

    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer =
                    allowed(exchange) ? answerFor(exchange.getRequestURI().getPath()) : new Answer(401, "{}");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answerFor(String path) {
        UUID customer = UUID.fromString(path.substring(PATH.length(), path.length() - "/address".length()));
        return answers.getOrDefault(customer, () -> UNKNOWN).get();
    }

    private static boolean allowed(HttpExchange exchange) {
        String context = exchange.getRequestHeaders().getFirst("Authorization");
        return context != null && context.startsWith("Bearer ey");
    }
}
