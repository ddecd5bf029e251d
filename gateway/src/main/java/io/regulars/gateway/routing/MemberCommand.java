package io.regulars.gateway.routing;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.edge.CommandKey;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.routing.Upstream.Answer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Hands a command about one member on to loyalty, under the key that makes it happen once. */
@ApplicationScoped
public class MemberCommand {

    private final Customers customers;
    private final Upstream upstream;

    MemberCommand(Customers customers, Upstream upstream) {
        this.customers = customers;
        this.upstream = upstream;
    }

    /** @param name of the member, as it stands in the path; {@code body} JSON, or null for none */
    CompletableFuture<Answer> send(HttpMethod method, String name, String what, byte[] body, String key, Asker asker) {
        CommandKey.check(key);
        return customers.named(name, asker).thenCompose(id -> send(method, id, what, body, key, asker));
    }

    public CompletableFuture<Answer> send(
            HttpMethod method, UUID customerId, String what, byte[] body, String key, Asker asker) {
        CommandKey.check(key);
        Map<String, String> headers = Map.of(CommandKey.HEADER, key);
        return upstream.ask("loyalty", method, "/v1/members/" + customerId + what, body, headers, asker);
    }

    /** A part of a query, or nothing. */
    public static String asked(String before, String name, String value) {
        return value == null ? "" : before + name + "=" + PathRules.segment(value);
    }
}
