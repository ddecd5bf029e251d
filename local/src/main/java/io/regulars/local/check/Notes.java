package io.regulars.local.check;

import io.regulars.local.check.count.OrderAndGaps;
import io.regulars.local.check.evidence.Claims.Outcome;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Loyalty.ClosedHour;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.model.ReferenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much was looked at: a clean report about nothing says nothing. */
final class Notes {
    private Notes() {}

    static List<String> of(Evidence evidence) {
        List<String> notes = new ArrayList<>();
        for (FactTopic topic : FactTopic.values()) {
            int delivered = evidence.spine.deliveries.get(topic).size();
            long repeats = OrderAndGaps.repeats(evidence, topic);
            notes.add("%s: %d facts, %d records were repeats.".formatted(topic.topic(), delivered - repeats, repeats));
        }
        notes.add("%d purchases, %d refunds, %d members, %d transfers of points, %d messages."
                .formatted(
                        evidence.facts.purchases.size(),
                        evidence.facts.refunds.size(),
                        evidence.loyalty.members.size(),
                        evidence.loyalty.transfers.size(),
                        evidence.engagement.messages.size()));
        notes.add(closed(evidence));
        unknown(evidence).ifPresent(notes::add);
        notes.add(claims(evidence));
        return notes;
    }

    private static String closed(Evidence evidence) {
        long transfers = evidence.loyalty.closedHours.stream()
                .mapToLong(each -> each.transfers())
                .sum();
        int hours = evidence.loyalty.closedHours.size();
        String all = "%d hours of the ledger are closed and chained, with %d transfers.".formatted(hours, transfers);
        if (hours == 0) return all;
        ClosedHour last = evidence.loyalty.closedHours.get(hours - 1);
        return all
                + " The last is number %d of %s: %s (kept elsewhere, it is a witness)."
                        .formatted(last.number(), Micros.instant(last.hour()), last.hash());
    }

    /** What the counts of the reference model could only hold against itself. */
    private static Optional<String> unknown(Evidence evidence) {
        long receipts = ReferenceModel.of(evidence).notModelled();
        boolean tiers = evidence.versions.tiers().isEmpty();
        if (receipts == 0 && !tiers && evidence.loyalty.byHand.isEmpty()) return Optional.empty();
        int members = evidence.loyalty.byHand.size();
        return Optional.of(("model: %d receipts were judged by versions the reference model does not know, or of one of"
                        + " %d members somebody acted on by hand%s: not modelled.")
                .formatted(receipts, members, tiers ? "; and so were all tiers" : ""));
    }

    private static String claims(Evidence evidence) {
        long all = evidence.claims.receipts.size()
                + evidence.claims.enrolments.size()
                + evidence.claims.touchpoints.size();
        if (all == 0) return "No record of what callers did was found; nothing is known of what they were told.";
        return "Callers did %d things: %d were acknowledged, %d refused, of %d the outcome is unknown."
                .formatted(
                        all,
                        outcomes(evidence, Outcome.OK),
                        outcomes(evidence, Outcome.REFUSED),
                        outcomes(evidence, Outcome.UNKNOWN));
    }

    private static long outcomes(Evidence evidence, Outcome outcome) {
        Stream<Outcome> receipts = evidence.claims.receipts.stream().map(each -> each.outcome());
        Stream<Outcome> enrolments = evidence.claims.enrolments.stream().map(each -> each.outcome());
        Stream<Outcome> touchpoints = evidence.claims.touchpoints.stream().map(each -> each.outcome());
        return Stream.concat(Stream.concat(receipts, enrolments), touchpoints)
                .filter(each -> each == outcome)
                .count();
    }
}
