package io.regulars.gateway.edge;

import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads request bodies on the event loop: none is larger, slower or more numerous than it may be. */
@ApplicationScoped
public class Bodies {

    public static final int SINGLE = 256 << 10;
    public static final int BATCH = 4 << 20;

    private static final int LARGE = 32 << 10;
    /** Bodies on their way may be held twice while they grow, and have to leave room for everything else. */
    private static final long MOST_AT_ONCE = Runtime.getRuntime().maxMemory() / 8;

    private final Vertx vertx;
    private final Duration patience;
    private final AtomicLong held = new AtomicLong();

    /** @param patience for a whole body, and a second more for each 64 KiB it may hold */
    Bodies(Vertx vertx, @ConfigProperty(name = "regulars.body-patience") Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** Does the work once the whole body is there; large bodies are worked on elsewhere than on the event loop. */
    public <T> CompletableFuture<T> read(
            HttpServerRequest request, int most, Function<byte[], CompletableFuture<T>> work) {
        Coming coming = new Coming(request, most);
        request.exceptionHandler(gone -> coming.fail(cutShort()));
        request.handler(coming::take);
        request.endHandler(end -> coming.finish());
        request.resume();
        if (!coming.whole.isDone()) coming.hurry();
        CompletableFuture<T> done = coming.whole.thenCompose(
                body -> body.length < LARGE ? work.apply(body) : onWorker(() -> work.apply(body)));
        return done.whenComplete((result, failure) -> held.addAndGet(-coming.length));
    }

    private <T> CompletableFuture<T> onWorker(Supplier<CompletableFuture<T>> work) {
        return CompletableFuture.supplyAsync(work, Infrastructure.getDefaultExecutor())
                .thenCompose(Function.identity());
    }

    public static Refusal tooLarge(int most) {
        return Refusal.of(Code.TOO_LARGE, "The body may be at most " + (most >> 10) + " KiB.");
    }

    private static Refusal untyped() {
        return Refusal.of(Code.UNSUPPORTED_MEDIA_TYPE, "Say what the body is: Content-Type: application/json.");
    }

    private static Refusal cutShort() {
        return Refusal.of(Code.MALFORMED_JSON, "The body did not arrive in full.");
    }

    private static Refusal tooMuchAtOnce() {
        return Refusal.of(Code.UNAVAILABLE, "More is coming in than can be taken. Send this again a little later.");
    }

    /** A body on its way in. */
    private final class Coming {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final HttpServerRequest request;
        private final int most;
        private Buffer taken;
        private boolean owned;
        private int length;

        Coming(HttpServerRequest request, int most) {
            this.request = request;
            this.most = most;
        }

        void take(Buffer chunk) {
            if (whole.isDone()) return;
            if (length + chunk.length() > most) refuse(tooLarge(most));
            else if (held.get() + chunk.length() > MOST_AT_ONCE) refuse(tooMuchAtOnce());
            else keep(chunk);
        }

        private void keep(Buffer chunk) {
            length += chunk.length();
            held.addAndGet(chunk.length());
            if (taken == null) taken = chunk;
            else grow(chunk);
        }

        /** A buffer of our own grows by doubling: a body that comes byte by byte is not copied for each of them. */
        private void grow(Buffer chunk) {
            if (!owned) taken = Buffer.buffer(2 * length).appendBuffer(taken);
            owned = true;
            taken.appendBuffer(chunk);
        }

        /** What is refused although it fits is heard out: closed before, the connection may take the answer with it. */
        void finish() {
            if (whole.isDone()) return;
            if (request.getHeader(HttpHeaders.CONTENT_TYPE) == null) fail(untyped());
            else whole.complete(taken == null ? new byte[0] : taken.getBytes());
            taken = null;
        }

        void fail(Refusal why) {
            if (whole.isDone()) return;
            taken = null;
            whole.completeExceptionally(why);
        }

        private void refuse(Refusal refusal) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            fail(refusal);
        }

        /** One byte now and then is not progress: the deadline is for the whole. */
        void hurry() {
            long timer = vertx.setTimer(patience.plusSeconds(most >> 16).toMillis(), late -> {
                fail(cutShort());
                request.connection().close();
            });
            whole.whenComplete((body, failure) -> vertx.cancelTimer(timer));
        }
    }
}
