package io.regulars.engagement.template;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Turns a template version and what is known about a member into words. */
@ApplicationScoped
public class Templates {

    private final Wording wording = new Wording();
    private final Map<Template.Key, Readable> read = new ConcurrentHashMap<>();

    /** What a message may say. */
    public record Known(String programme, String tier, Long balance) {}

    public record Words(String title, String text) {}

    /** Versions never change, so each is read once. */
    private record Readable(io.quarkus.qute.Template title, io.quarkus.qute.Template text) {}

    public Words words(String key, int version, Known known) {
        Readable readable = read.computeIfAbsent(new Template.Key(key, version), this::load);
        return new Words(render(readable.title(), known), render(readable.text(), known));
    }

    /** Adds a version unless it exists; refuses words nobody could render. */
    void add(Template.Key id, String title, String text) {
        wording.read(title);
        wording.read(text);
        waitFor(() -> Panache.withTransaction(
                        () -> Template.of(id).onItem().ifNull().switchTo(() -> new Template(id, title, text).persist()))
                .onFailure()
                .recoverWithUni(failure -> addedMeanwhile(id, failure)));
    }

    private static Uni<Template> addedMeanwhile(Template.Key id, Throwable failure) {
        return Panache.withSession(() -> Template.of(id)).onItem().ifNull().failWith(failure);
    }

    private Readable load(Template.Key id) {
        Template found = waitFor(() -> Panache.withSession(() -> Template.of(id)));
        if (found == null) throw new IllegalStateException("there is no template " + id);
        return new Readable(wording.read(found.title), wording.read(found.text));
    }

    private static String render(io.quarkus.qute.Template template, Known known) {
        return template.data("programme", known.programme())
                .data("tier", known.tier() == null ? "" : known.tier())
                .data("balance", known.balance() == null ? 0L : known.balance())
                .render();
    }

    /** Hibernate works on an event loop; callers here are workers and wait. */
    private static <T> T waitFor(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
