package io.regulars.gateway.edge;

import io.regulars.gateway.reading.StrictJson;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.platform.http.Refusal;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What is not the hot path: reads a command strictly, judges it, and does its work where waiting is allowed. */
@ApplicationScoped
public class Commands {

    private final Bodies bodies;

    Commands(Bodies bodies) {
        this.bodies = bodies;
    }

    public <T> CompletableFuture<Response> take(
            HttpServerRequest request, Class<T> kind, BiConsumer<Flaws, T> rules, Function<T, Response> work) {
        return Answering.refusals(bodies.read(
                request,
                Bodies.SINGLE,
                body -> CompletableFuture.supplyAsync(
                        () -> work.apply(read(body, kind, rules)), Infrastructure.getDefaultExecutor())));
    }

    private static <T> T read(byte[] body, Class<T> kind, BiConsumer<Flaws, T> rules) {
        Flaws flaws = new Flaws();
        T command = StrictJson.read(body, kind, flaws);
        if (command != null) rules.accept(flaws, command);
        if (!flaws.none()) throw Refusal.of(flaws.problem());
        return command;
    }
}
