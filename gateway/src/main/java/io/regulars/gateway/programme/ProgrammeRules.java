package io.regulars.gateway.programme;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.events.Purchase;
import io.regulars.gateway.programme.ProgrammeSwitchResource.Turn;
import io.regulars.gateway.programme.PublicationResource.Withdrawal;
import io.regulars.gateway.programme.SimulationResource.Simulation;
import io.regulars.gateway.programme.SimulationResource.Somebody;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.PurchaseRules;
import io.regulars.gateway.receipt.TextRules;
import io.regulars.gateway.routing.ProfileResource.Birthday;
import io.regulars.platform.http.Refusal;
import java.time.Month;

/** What has to stand in what is asked about a programme; what it means is decided where the programme is. */
final class ProgrammeRules {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_REASON = 500;

    private ProgrammeRules() {}

    /** Nothing is saved by a slip of the pen. */
    static boolean isDry(String dryRun) {
        if (dryRun == null || dryRun.equals("false")) return false;
        if (dryRun.equals("true")) return true;
        throw Refusal.invalid("/dryRun", "must be true or false");
    }

    static void check(Flaws flaws, Turn turn) {
        flaws.check(required(turn.what(), LONGEST_NAME), "/what");
        flaws.check(turn.stopped() == null ? "is required" : null, "/stopped");
        flaws.check(required(turn.reason(), LONGEST_REASON), "/reason");
    }

    static void check(Flaws flaws, Withdrawal withdrawal) {
        flaws.check(required(withdrawal.reason(), LONGEST_REASON), "/reason");
    }

    static void check(Flaws flaws, Simulation simulation) {
        JsonNode document = simulation.document();
        boolean asDocument = document != null && !document.isNull();
        if (asDocument && !document.isObject()) flaws.check("must be an object", "/document");
        if (asDocument && simulation.version() != null) flaws.check("is one too many beside a document", "/version");
        purchase(flaws, simulation.purchase());
        if (simulation.member() != null) member(flaws, simulation.member());
    }

    /** Whose it is and which receipt does not matter here. */
    private static void purchase(Flaws flaws, Purchase purchase) {
        if (purchase == null) {
            flaws.check("is required", "/purchase");
            return;
        }
        Flaws its = new Flaws();
        its.check(TextRules.optionalId(purchase.store()), "/store");
        PurchaseRules.contents(its, purchase);
        flaws.of("/purchase", its);
    }

    private static void member(Flaws flaws, Somebody member) {
        flaws.check(TextRules.optionalId(member.tier()), "/member/tier");
        flaws.check(count(member.purchases()), "/member/purchases");
        flaws.check(count(member.visits()), "/member/visits");
        if (member.birthday() != null) birthday(flaws, member.birthday());
        boolean empty = member.attributes() != null && member.attributes().containsValue(null);
        flaws.check(empty ? "must all be text" : null, "/member/attributes");
    }

    private static void birthday(Flaws flaws, Birthday birthday) {
        boolean month = birthday.month() != null && birthday.month() >= 1 && birthday.month() <= 12;
        flaws.check(month ? null : "must be 1 to 12", "/member/birthday/month");
        int last = month ? Month.of(birthday.month()).maxLength() : 31;
        boolean day = birthday.day() != null && birthday.day() >= 1 && birthday.day() <= last;
        flaws.check(day ? null : "must be 1 to " + last, "/member/birthday/day");
    }

    private static String count(Long number) {
        return number == null || number >= 0 && number <= 1_000_000 ? null : "must be 0 to 1000000";
    }

    private static String required(String text, int longest) {
        return text == null ? "is required" : TextRules.text(text, longest);
    }
}
