package io.regulars.gateway.routing;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.CommandKey;
import io.regulars.gateway.edge.Commands;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.routing.Upstream.Answer;
import io.regulars.platform.json.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Hands questions and commands on to loyalty and its answers back, as they are. */
@ApplicationScoped
public class PassOn {

    private final WhoAsks whoAsks;
    private final AskFreshly askFreshly;
    private final Commands commands;
    private final Customers customers;
    private final Upstream upstream;

    PassOn(WhoAsks whoAsks, AskFreshly askFreshly, Commands commands, Customers customers, Upstream upstream) {
        this.whoAsks = whoAsks;
        this.askFreshly = askFreshly;
        this.commands = commands;
        this.customers = customers;
        this.upstream = upstream;
    }

    public CompletionStage<Response> question(String path) {
        return question(path, MediaType.APPLICATION_JSON);
    }

    public CompletionStage<Response> question(String path, String accept) {
        return Answering.refusals(
                upstream.ask("loyalty", HttpMethod.GET, path, null, Map.of("Accept", accept), whoAsks.now())
                        .thenApply(Passing::on));
    }

    /** @param id whichever way the member is named; @param what below the member's own path */
    public CompletionStage<Response> questionAbout(String id, String what) {
        return Answering.refusals(askFreshly
                .asker()
                .thenCompose(asker -> customers
                        .named(id, asker)
                        .thenCompose(member -> upstream.get("loyalty", "/v1/members/" + member + what, asker)))
                .thenApply(Passing::on));
    }

    /** What the body says is read strictly and checked here first. */
    public <T> CompletionStage<Response> command(
            RoutingContext context, To to, Class<T> kind, BiConsumer<Flaws, T> rules) {
        Asker asker = whoAsks.now();
        return commands.take(
                context.request(),
                kind,
                rules,
                command -> Passing.on(Upstream.join(send(to, Json.bytes(command), asker))));
    }

    /** A command that says everything in its address. */
    public CompletionStage<Response> command(To to) {
        return Answering.refusals(send(to, null, whoAsks.now()).thenApply(Passing::on));
    }

    private CompletableFuture<Answer> send(To to, byte[] body, Asker asker) {
        CommandKey.check(to.key());
        Map<String, String> headers = Map.of(CommandKey.HEADER, to.key());
        if (to.member() == null) return upstream.ask("loyalty", to.method(), to.path(), body, headers, asker);
        return customers
                .named(to.member(), asker)
                .thenCompose(member -> upstream.ask(
                        "loyalty", to.method(), "/v1/members/" + member + to.path(), body, headers, asker));
    }
}
