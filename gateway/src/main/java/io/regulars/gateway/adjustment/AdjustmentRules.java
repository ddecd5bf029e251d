package io.regulars.gateway.adjustment;

import io.regulars.gateway.adjustment.AdjustmentResource.Adjustment;
import io.regulars.gateway.adjustment.AdjustmentResource.Verdict;
import io.regulars.gateway.adjustment.LotResource.LongerLife;
import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import java.util.UUID;

/** What has to stand in a change of points by hand; whether it can be made is decided where the points are. */
final class AdjustmentRules {

    private static final int LONGEST_REASON = 500;
    private static final long MOST = 1_000_000_000;

    private AdjustmentRules() {}

    static void check(Flaws flaws, Adjustment adjustment) {
        flaws.check(TextRules.optionalId(adjustment.programme()), "/programme");
        flaws.check(TextRules.optionalId(adjustment.wallet()), "/wallet");
        flaws.check(points(adjustment.points()), "/points");
        boolean known = "correction".equals(adjustment.kind()) || "goodwill".equals(adjustment.kind());
        flaws.check(known ? null : "must be correction or goodwill", "/kind");
        flaws.check(required(adjustment.reason()), "/reason");
    }

    static void check(Flaws flaws, LongerLife life) {
        flaws.check(TextRules.optionalId(life.programme()), "/programme");
        flaws.check(life.expiresAt() == null ? "is required" : null, "/expiresAt");
        flaws.check(required(life.reason()), "/reason");
    }

    static void checkApproval(Flaws flaws, Verdict verdict) {
        flaws.check(TextRules.freeText(verdict.reason(), LONGEST_REASON), "/reason");
    }

    static void checkRefusal(Flaws flaws, Verdict verdict) {
        flaws.check(required(verdict.reason()), "/reason");
    }

    /** Lots are numbered from 1. */
    static long number(String lot) {
        if (!lot.matches("[1-9]\\d{0,17}")) throw Refusal.of(Code.NOT_FOUND, "This member has no such lot.");
        return Long.parseLong(lot);
    }

    /** Adjustments are known by UUIDs. */
    static UUID id(String adjustment) {
        try {
            if (adjustment.length() == 36) return UUID.fromString(adjustment);
        } catch (IllegalArgumentException garbled) {
            throw unknown();
        }
        throw unknown();
    }

    private static Refusal unknown() {
        return Refusal.of(Code.NOT_FOUND, "This member has no such adjustment.");
    }

    private static String points(Long points) {
        if (points == null) return "is required";
        boolean fits = points != 0 && points <= MOST && points >= -MOST;
        return fits ? null : "must be a whole number other than 0, up to " + MOST;
    }

    private static String required(String reason) {
        return reason == null || reason.isBlank() ? "is required" : TextRules.freeText(reason, LONGEST_REASON);
    }
}
