package io.regulars.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.gateway.access.Asker;

/** How a receipt is told from what the crm and loyalty say of it. */
final class ReceiptRules {

    private ReceiptRules() {}

    /** A till sees receipts of its own stores; of others it must not even learn that they exist. */
    static boolean mayBeSeenBy(Asker asker, Part crm) {
        if (!asker.isTill()) return true;
        if (crm.isMissing() || crm.isUnknown()) return true;
        return crm.json().hasNonNull("store")
                && asker.mayActFor(crm.json().get("store").asText());
    }

    /** Applied once loyalty has judged it; until then it is safe: on its way, or parked by who could not apply it. */
    static ObjectNode told(String id, Part crm, Part loyalty, boolean explain) {
        Composition composition = new Composition();
        composition.answer().put("purchaseId", id);
        if (!crm.isMissing()) recorded(composition, crm);
        boolean judged = !loyalty.isMissing() && !loyalty.isUnknown();
        if (judged) judged(composition, loyalty, explain);
        if (!composition.answer().has("status") || isOnItsWay(composition.answer(), loyalty)) {
            composition.answer().put("status", judged ? "applied" : isParked(loyalty) ? "parked" : "accepted");
        }
        composition.missing(crm, loyalty);
        return composition.whole();
    }

    private static void recorded(Composition composition, Part crm) {
        composition.freshness(crm);
        composition.take(
                crm.json(), "kind", "status", "customerId", "store", "recordedAt", "repeats", "conflicts", "voided");
    }

    private static void judged(Composition composition, Part loyalty, boolean explain) {
        composition.freshness(loyalty);
        JsonNode assessment = loyalty.json();
        composition.take(assessment, "customerId", "outcome", "programme", "points", "tier", "current");
        if (explain) composition.take(assessment, "awards", "why", "rules", "judged");
    }

    private static boolean isParked(Part loyalty) {
        return loyalty.isUnknown() && loyalty.json().path("parked").asBoolean();
    }

    private static boolean isOnItsWay(ObjectNode answer, Part loyalty) {
        return answer.path("status").asText().equals("applied") && loyalty.isUnknown();
    }
}
