package io.regulars.gateway.adjustment;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.CommandKey;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.edge.Paging;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.routing.AskFreshly;
import io.regulars.gateway.routing.Customers;
import io.regulars.gateway.routing.Passing;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Hands questions and commands about a member on to loyalty, whichever way the member is named. */
@ApplicationScoped
public class PassToMember {

    private final WhoAsks whoAsks;
    private final AskFreshly askFreshly;
    private final Commands commands;
    private final Customers customers;
    private final Upstream upstream;

    PassToMember(WhoAsks whoAsks, AskFreshly askFreshly, Commands commands, Customers customers, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.askFreshly = askFreshly;
        this.commands = commands;
        this.customers = customers;
        this.upstream = upstream;
    }

    CompletionStage<Response> ask(String id, String what, Paging paging, String programme) {
        String query = paging.query();
        String where = programme == null
                ? query
                : query + (query.isEmpty() ? "?" : "&") + "programme=" + PathRules.segment(programme);
        return Answering.refusals(askFreshly
                .asker()
                .thenCompose(asker -> customers
                        .named(id, asker)
                        .thenCompose(member -> upstream.get("loyalty", "/v1/members/" + member + what + where, asker)))
                .thenApply(Passing::on));
    }

    /** A command with its key, to a place below the member's own. */
    record To(String id, String what, String key) {}

    <T> CompletionStage<Response> command(RoutingContext context, To place, Class<T> kind, BiConsumer<Flaws, T> rules) {
        Asker asker = whoAsks.now();
        return commands.take(context.request(), kind, rules, command -> {
            CommandKey.check(place.key());
            Map<String, String> headers = Map.of(CommandKey.HEADER, place.key());
            byte[] body = Json.bytes(command);
            return Passing.on(Upstream.join(customers
                    .named(place.id(), asker)
                    .thenCompose(member ->
                            upstream.post("loyalty", "/v1/members/" + member + place.what(), body, headers, asker))));
        });
    }
}
