package io.regulars.gateway.intake;

import io.regulars.events.Intake.VoidPosted;
import io.regulars.events.Voiding;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.intake.CheckPosted.Slice;
import io.regulars.gateway.receipt.Circumstances;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.NaturalKeys;
import io.regulars.gateway.receipt.VoidRules;
import io.regulars.gateway.receipt.VoidRules.Undoing;
import io.regulars.gateway.routing.Part;
import io.regulars.gateway.routing.Upstream;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Reads a void and judges it. Whose the receipt is follows from what is printed on it; else the crm has to know. */
@ApplicationScoped
public class CheckVoid {

    private static final String WHOSE = "Of which store this receipt is was not kept: name it by original.";

    private final Upstream upstream;

    CheckVoid(Upstream upstream) {
        this.upstream = upstream;
    }

    /** One of a batch names its receipt by what is printed on it: nobody is asked for a thousand of them. */
    Checked inBatch(Slice json, Asker asker, Circumstances around) {
        Flaws flaws = new Flaws();
        Undoing undoing = read(json, null, flaws, around);
        if (flaws.none() && !VoidRules.isKeyed(undoing)) {
            flaws.check("must name the receipt by its store, terminal, receipt and businessDate", "/original");
        }
        return flaws.none() ? keyed(undoing, asker, around) : Checked.no(flaws);
    }

    CompletableFuture<Checked> of(Slice json, UUID purchaseId, Asker asker, Circumstances around) {
        Flaws flaws = new Flaws();
        Undoing undoing = read(json, purchaseId, flaws, around);
        if (!flaws.none()) return CompletableFuture.completedFuture(Checked.no(flaws));
        if (VoidRules.isKeyed(undoing)) return CompletableFuture.completedFuture(keyed(undoing, asker, around));
        return Part.of("crm", upstream.get("crm", "/internal/receipts/" + purchaseId, asker))
                .thenApply(known -> posted(purchaseId, storeOf(known, asker), undoing, around));
    }

    private static Undoing read(Slice json, UUID purchaseId, Flaws flaws, Circumstances around) {
        Undoing undoing = json.read(Undoing.class, flaws);
        if (undoing != null) VoidRules.check(flaws, undoing, purchaseId, around);
        return undoing;
    }

    private static Checked keyed(Undoing undoing, Asker asker, Circumstances around) {
        String store = undoing.original().store();
        if (!asker.mayActFor(store)) return Checked.no(CheckPosted.notYours("/original", store));
        return posted(NaturalKeys.purchase(undoing.original()), store, undoing, around);
    }

    /** What is somebody else's is not there. What waiting cannot put right is not worth repeating. */
    static String storeOf(Part known, Asker asker) {
        if (known.isMissing()) throw Upstream.silent();
        if (known.isUnknown()) throw notArrived();
        String store = known.json().path("store").textValue();
        if (asker.isTill() && store == null) throw Refusal.of(Code.NOT_FOUND, WHOSE);
        if (!asker.mayActFor(store)) throw notArrived();
        String kind = known.json().path("kind").asText();
        if (kind.equals("purchase")) return store;
        throw Refusal.of(Code.INVALID, "This is a " + kind + ": only a purchase can be voided.");
    }

    private static Refusal notArrived() {
        return Refusal.mayStillArrive(
                Code.NOT_FOUND, "This receipt has not arrived. Named by original, its void waits for it.");
    }

    private static Checked posted(UUID purchaseId, String store, Undoing undoing, Circumstances around) {
        Voiding voiding = new Voiding(store, undoing.businessDate(), undoing.occurredAt(), undoing.reason());
        boolean ahead = VoidRules.isAhead(undoing, around);
        return Checked.of(new VoidPosted(Voiding.of(purchaseId), purchaseId, voiding, ahead, around.now()));
    }
}
