package io.regulars.gateway.routing;

import io.regulars.events.CustomerRef;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.edge.PathRules;
import io.regulars.gateway.routing.Upstream.Answer;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Asks the crm who somebody is. */
@ApplicationScoped
public class Customers {

    private final Upstream upstream;

    Customers(Upstream upstream) {
        this.upstream = upstream;
    }

    private record Question(CustomerRef customer, String source) {}

    private record Known(UUID customerId) {}

    /** The customer behind these identifiers, who is made if new. Waits. */
    public UUID resolve(CustomerRef customer, String source, Asker asker) {
        byte[] question = Json.bytes(new Question(customer, source));
        Answer answer = Upstream.join(upstream.post("crm", "/internal/customers/resolve", question, Map.of(), asker));
        if (answer.ok()) return Json.read(answer.body(), Known.class).customerId();
        throw Passing.refusal(answer);
    }

    /** The id behind what stands in a path: a UUID as it is, {@code card:…} and {@code external:…} by asking. */
    public CompletableFuture<UUID> named(String name, Asker asker) {
        if (!name.startsWith("card:") && !name.startsWith("external:")) {
            return CompletableFuture.completedFuture(uuid(name));
        }
        return upstream.get("crm", "/v1/customers/" + PathRules.segment(name), asker)
                .thenApply(answer -> {
                    if (answer.ok())
                        return Json.read(answer.body(), Known.class).customerId();
                    throw Passing.refusal(answer);
                });
    }

    /** As a part of a path. E-mail addresses and phone numbers do not belong there, where logs keep them. */
    static String segment(String name) {
        boolean byIdentifier = name.startsWith("card:") || name.startsWith("external:");
        return byIdentifier ? PathRules.segment(name) : uuid(name).toString();
    }

    public static UUID uuid(String text) {
        try {
            if (text.length() == 36) return UUID.fromString(text);
        } catch (IllegalArgumentException garbled) {
            throw nobody();
        }
        throw nobody();
    }

    static Refusal nobody() {
        return Refusal.of(Code.NOT_FOUND, "There is nobody here by that name.");
    }
}
