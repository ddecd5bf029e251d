package io.regulars.gateway.routing;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.regulars.events.Topic;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.platform.marks.Marks;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Who asks for a read, and how fresh it has to be. What was posted is known by where it lies in the intake, which only
 * the crm reads: it waits until it has read as far and says how far its own facts have come then, and that is what the
 * others can wait for.
 */
@ApplicationScoped
public class AskFreshly {

    private final WhoAsks whoAsks;
    private final CurrentVertxRequest request;
    private final Upstream upstream;
    private final AfterToken tokens;

    AskFreshly(WhoAsks whoAsks, CurrentVertxRequest request, Upstream upstream, AfterToken tokens) {
        this.whoAsks = whoAsks;
        this.request = request;
        this.upstream = upstream;
        this.tokens = tokens;
    }

    public CompletableFuture<Asker> asker() {
        Asker asker = whoAsks.now();
        String token = request.getCurrent().request().getHeader(AfterToken.HEADER);
        if (token == null) return CompletableFuture.completedFuture(asker);
        Marks marks = tokens.read(token);
        Marks posted = marks.only(topic -> topic == Topic.INTAKE);
        if (posted.none()) return CompletableFuture.completedFuture(asker.after(marks));
        return upstream.get("crm", "/internal/marks", asker.after(posted)).thenApply(answer -> {
            if (!answer.ok()) throw Passing.refusal(answer);
            Marks said = Marks.read(new String(answer.body(), StandardCharsets.US_ASCII));
            return asker.after(said.and(marks.only(topic -> topic != Topic.INTAKE)));
        });
    }
}
