package io.regulars.gateway.intake;

import io.regulars.events.Intake;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.events.Touchpoint;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.reading.StrictJson;
import io.regulars.gateway.receipt.Circumstances;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.NaturalKeys;
import io.regulars.gateway.receipt.PurchaseRules;
import io.regulars.gateway.receipt.RefundRules;
import io.regulars.gateway.receipt.TouchpointRules;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what was posted, judges it, and gives it its id. */
@ApplicationScoped
public class CheckPosted {

    private final Clock clock;
    private final String currency;

    CheckPosted(Clock clock, @ConfigProperty(name = "regulars.currency") String currency) {
        this.clock = clock;
        this.currency = currency;
    }

    Circumstances around() {
        return new Circumstances(clock.now(), currency);
    }

    Checked purchase(Slice json, Asker asker, Circumstances around) {
        Flaws flaws = new Flaws();
        Purchase purchase = json.read(Purchase.class, flaws);
        if (purchase != null) PurchaseRules.check(flaws, purchase, around);
        return flaws.none() ? purchase(purchase, asker, around) : Checked.no(flaws);
    }

    static Checked purchase(Purchase purchase, Asker asker, Circumstances around) {
        if (!asker.mayActFor(purchase.store())) return Checked.no(notYours("", purchase.store()));
        UUID id = NaturalKeys.purchase(
                purchase.store(), purchase.terminal(), purchase.businessDate(), purchase.receipt());
        boolean ahead = PurchaseRules.isAhead(purchase, around);
        return Checked.of(new Intake.PurchasePosted(id, purchase, ahead, around.now()));
    }

    Checked refund(Slice json, Asker asker, Circumstances around) {
        Flaws flaws = new Flaws();
        Refund refund = json.read(Refund.class, flaws);
        if (refund != null) RefundRules.check(flaws, spelledOut(refund, around), around);
        return flaws.none() ? refund(spelledOut(refund, around), asker, around) : Checked.no(flaws);
    }

    static Checked refund(Refund refund, Asker asker, Circumstances around) {
        if (!asker.mayActFor(refund.store())) return Checked.no(notYours("", refund.store()));
        UUID id = NaturalKeys.refund(refund.store(), refund.terminal(), refund.businessDate(), refund.receipt());
        boolean ahead = RefundRules.isAhead(refund, around);
        UUID original = refund.original() == null ? null : NaturalKeys.purchase(refund.original());
        return Checked.of(new Intake.RefundPosted(id, original, refund, ahead, around.now()));
    }

    /** Touchpoints are named by their source's own reference, and the source is whose credential it is. */
    Checked touchpoint(Slice json, Asker asker, Circumstances around) {
        Flaws flaws = new Flaws();
        Touchpoint posted = json.read(Touchpoint.class, flaws);
        if (posted != null) TouchpointRules.check(flaws, posted, around);
        if (!flaws.none()) return Checked.no(flaws);
        if (!asker.mayActFor(posted.store())) return Checked.no(notYours("", posted.store()));
        String source = asker.caller().credential();
        Touchpoint touchpoint = new Touchpoint(
                posted.type(),
                posted.ref(),
                source,
                posted.channel(),
                posted.store(),
                posted.customer(),
                posted.occurredAt(),
                posted.data());
        UUID id = NaturalKeys.touchpoint(source, posted.ref());
        return Checked.of(new Intake.TouchpointPosted(id, touchpoint, around.now()));
    }

    /** In the currency of the installation where the till left it out. */
    static Refund spelledOut(Refund refund, Circumstances around) {
        return refund.currency() == null ? refund.in(around.currency()) : refund;
    }

    static Problem notYours(String at, String store) {
        return Refusal.of(Code.FORBIDDEN, at + "/store", "This key does not belong to store " + store + ".")
                .problem();
    }

    /** A stretch of a request body; an item of a batch may say which {@code type} it is. */
    record Slice(byte[] json, int from, int length, boolean typed) {
        Slice(byte[] json) {
            this(json, 0, json.length, false);
        }

        <T> T read(Class<T> kind, Flaws flaws) {
            return StrictJson.read(json, from, length, kind, flaws, typed);
        }
    }
}
