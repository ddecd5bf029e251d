package io.regulars.gateway.intake;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.WhoAsks;
import io.regulars.gateway.edge.Answering;
import io.regulars.gateway.edge.Bodies;
import io.regulars.gateway.intake.CheckPosted.Slice;
import io.regulars.gateway.receipt.Circumstances;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One thing posted, from its first byte to its answer: read, checked, recorded and, if wished, waited for. */
@ApplicationScoped
public class ReceivePosted {

    private final WhoAsks whoAsks;
    private final Bodies bodies;
    private final CheckPosted check;
    private final AnswerPosted answer;

    ReceivePosted(WhoAsks whoAsks, Bodies bodies, CheckPosted check, AnswerPosted answer) {
        this.whoAsks = whoAsks;
        this.bodies = bodies;
        this.check = check;
        this.answer = answer;
    }

    /** How a kind of thing is read and judged. */
    @FunctionalInterface
    interface Kind {
        Checked of(CheckPosted check, Slice body, Asker asker, Circumstances around);
    }

    /** The same, where somebody else has to be asked first. */
    @FunctionalInterface
    interface Inquiry {
        CompletableFuture<Checked> of(Slice body, Asker asker, Circumstances around);
    }

    /** @param prefer what the poster would rather have than a quick answer, or null */
    CompletionStage<Response> as(Kind kind, RoutingContext context, String prefer) {
        return later(
                (body, asker, around) -> CompletableFuture.completedFuture(kind.of(check, body, asker, around)),
                context,
                prefer);
    }

    CompletionStage<Response> later(Inquiry inquiry, RoutingContext context, String prefer) {
        Asker asker = whoAsks.now();
        Duration patience = Preference.wait(prefer);
        return Answering.refusals(bodies.read(context.request(), Bodies.SINGLE, body -> {
            Circumstances around = check.around();
            return inquiry.of(new Slice(body), asker, around)
                    .thenCompose(checked -> answer.recordAndWait(checked, around, asker, patience));
        }));
    }
}
