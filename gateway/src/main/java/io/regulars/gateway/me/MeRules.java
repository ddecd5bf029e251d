package io.regulars.gateway.me;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.gateway.routing.Composition;
import io.regulars.gateway.routing.Part;

/** How a member sees herself, from what three services know of her. */
final class MeRules {

    private static final String UNREAD = "sent";

    private MeRules() {}

    static ObjectNode told(String customerId, Part crm, Part loyalty, Part engagement) {
        Composition composition = new Composition();
        composition.answer().put("customerId", customerId);
        if (!crm.isMissing()) profile(composition, crm);
        if (!loyalty.isMissing()) memberships(composition, loyalty);
        if (!engagement.isMissing()) messages(composition, engagement);
        composition.missing(crm, loyalty, engagement);
        return composition.whole();
    }

    private static void profile(Composition composition, Part crm) {
        composition.freshness(crm);
        composition.take(crm.json(), "since", "identifiers", "purchases", "lastSeenAt");
    }

    private static void memberships(Composition composition, Part loyalty) {
        composition.freshness(loyalty);
        ArrayNode memberships = composition.answer().putArray("memberships");
        for (JsonNode entry : loyalty.json().path("data")) {
            ObjectNode membership = memberships.addObject();
            for (String field : new String[] {"programme", "memberSince", "tier", "spend"})
                copy(entry, field, membership);
            ArrayNode wallets = membership.putArray("wallets");
            for (JsonNode kind : entry.path("wallets")) wallet(kind, wallets.addObject());
        }
    }

    private static void wallet(JsonNode kind, ObjectNode wallet) {
        wallet.set("kind", kind.path("wallet"));
        for (String field : new String[] {"pending", "active", "held", "debt", "balance"})
            copy(kind.path("points"), field, wallet);
        for (String field : new String[] {"name", "starting", "expiring"}) copy(kind, field, wallet);
    }

    private static void messages(Composition composition, Part engagement) {
        composition.freshness(engagement);
        JsonNode messages = engagement.json();
        int unread = 0;
        for (JsonNode message : messages.path("data"))
            if (UNREAD.equals(message.path("state").asText())) unread++;
        composition.answer().set("messages", messages.path("data"));
        composition.answer().put("unreadMessages", unread);
    }

    private static void copy(JsonNode from, String field, ObjectNode to) {
        if (from.hasNonNull(field)) to.set(field, from.get(field));
    }
}
