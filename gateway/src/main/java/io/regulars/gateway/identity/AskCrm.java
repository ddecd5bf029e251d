package io.regulars.gateway.identity;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.routing.Passing;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.json.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Hands questions and commands on to the crm and its answers back, as they are. */
@ApplicationScoped
class AskCrm {

    private final WhoAsks whoAsks;
    private final Commands commands;
    private final Upstream upstream;

    AskCrm(WhoAsks whoAsks, Commands commands, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.commands = commands;
        this.upstream = upstream;
    }

    CompletionStage<Response> question(String path) {
        return Answering.refusals(upstream.get("crm", path, whoAsks.now()).thenApply(Passing::on));
    }

    /** What the body says is read strictly and checked here first. */
    <T> CompletionStage<Response> command(
            RoutingContext context, HttpMethod method, String path, Class<T> kind, BiConsumer<Flaws, T> rules) {
        Asker asker = whoAsks.now();
        return commands.take(
                context.request(),
                kind,
                rules,
                said -> Passing.on(
                        Upstream.join(upstream.ask("crm", method, path, Json.bytes(said), Map.of(), asker))));
    }

    /** A command that says everything in its address. */
    CompletionStage<Response> command(HttpMethod method, String path) {
        return Answering.refusals(
                upstream.ask("crm", method, path, null, Map.of(), whoAsks.now()).thenApply(Passing::on));
    }
}
