package io.regulars.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.gateway.access.Asker;
import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What two customers would be as one: what the crm says, and what loyalty says of points and tiers if it answers. */
@ApplicationScoped
class PreviewMerge {

    private static final String LOYALTY = "loyalty";

    private final Upstream upstream;

    PreviewMerge(Upstream upstream) {
        this.upstream = upstream;
    }

    /** Waits. */
    Response of(String path, byte[] body, Asker asker) {
        Part crm = new Part("crm", Upstream.join(upstream.post("crm", path, body, Map.of(), asker)));
        if (!crm.answer().ok()) return Passing.on(crm.answer());
        JsonNode told = crm.json();
        String whose = "?survivor=" + told.at("/survivor/customerId").asText() + "&merged="
                + told.at("/merged/customerId").asText();
        Part loyalty = Part.of(LOYALTY, upstream.get(LOYALTY, "/internal/merges/preview" + whose, asker))
                .join();
        Composition composition = new Composition();
        composition.take(told, "survivor", "merged", "profile", "timelineLines");
        composition.freshness(crm);
        boolean answers = loyalty.answer() != null && loyalty.answer().ok();
        if (answers) composition.answer().set(LOYALTY, loyalty.json());
        else composition.answer().putArray("partial").add(LOYALTY);
        return Response.ok(Json.bytes(composition.whole()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
