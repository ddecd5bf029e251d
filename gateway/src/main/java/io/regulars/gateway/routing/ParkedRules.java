package io.regulars.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.routing.ParkedRecordsResource.Again;
import io.regulars.platform.http.Refusal;
import java.util.List;

/** Who may have parked something, and how what they parked is listed together. */
final class ParkedRules {

    private static final List<String> SERVICES = List.of("crm", "loyalty", "engagement");
    private static final String SERVICE = "must be one of " + String.join(", ", SERVICES);
    private static final int LONGEST = 500;

    private ParkedRules() {}

    /** Those to ask: the one that is named, or all. */
    static List<String> services(String named) {
        if (named == null) return SERVICES;
        if (!SERVICES.contains(named)) throw Refusal.invalid("/service", SERVICE);
        return List.of(named);
    }

    static void check(Flaws flaws, Again again) {
        flaws.check(again.service() != null && SERVICES.contains(again.service()) ? null : SERVICE, "/service");
        flaws.check(required(again.view()), "/view");
        flaws.check(required(again.subject()), "/subject");
    }

    /** Empty is a subject too: of records that came without a key. */
    private static String required(String text) {
        if (text == null) return "is required";
        return text.length() <= LONGEST ? null : "must not be longer than " + LONGEST + " characters";
    }

    static ObjectNode told(List<Part> parts) {
        Composition composition = new Composition();
        ArrayNode data = composition.answer().putArray("data");
        for (Part part : parts) {
            composition.missing(part);
            if (!part.isMissing()) for (JsonNode parked : part.json().path("data")) data.add(of(part.peer(), parked));
        }
        return composition.whole();
    }

    private static ObjectNode of(String service, JsonNode parked) {
        ObjectNode told = parked.deepCopy();
        return told.put("service", service);
    }
}
