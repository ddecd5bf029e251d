package io.regulars.local.check.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Facts.Line;
import io.regulars.local.check.evidence.Facts.Said;
import io.regulars.local.check.evidence.Facts.Saying;
import java.util.List;

/** What each kind of fact says, put where it can be counted. Kinds that nothing is counted of are passed over. */
final class FactBodies {
    private final Evidence evidence;
    private final Facts facts;

    FactBodies(Evidence evidence) {
        this.evidence = evidence;
        this.facts = evidence.facts;
    }

    /** What travelled around a fact. */
    record Headline(String type, int event, int cause, long recordedAt) {}

    void read(Headline headline, JsonNode json) {
        Node body = new Node(json, evidence.ids);
        if (body.has("identifierRef")) facts.named.add(new Facts.Named(headline.event(), body.id("identifierRef")));
        switch (headline.type()) {
            case "crm.purchase.recorded.v1" -> purchase(headline, body);
            case "crm.purchase.refunded.v1" -> refund(headline, body);
            case "crm.purchase.voided.v1" -> undone(headline, body);
            case "crm.receipt.repeated.v1" -> facts.echoes.add(new Facts.Echo(body.id("receiptId"), false));
            case "crm.receipt.conflicted.v1" -> facts.echoes.add(new Facts.Echo(body.id("receiptId"), true));
            case "crm.touchpoint.recorded.v1" ->
                facts.touchpoints.add(
                        new Facts.Touchpoint(body.id("touchpointId"), body.id("customerId"), headline.event()));
            case "loyalty.member.enrolled.v1" -> enrolment(headline, body);
            case "loyalty.purchase.assessed.v1" -> points(Saying.ASSESSED, body.id("receiptId"), body);
            case "loyalty.points.earned.v1" -> points(Saying.EARNED, body.id("purchaseId"), body);
            case "loyalty.points.reversed.v1" -> points(Saying.REVERSED, body.id("refundId"), body);
            case "loyalty.points.activated.v1" -> points(Saying.ACTIVATED, 0, body);
            case "loyalty.points.expired.v1" -> points(Saying.EXPIRED, 0, body);
            case "loyalty.points.adjusted.v1" -> points(Saying.ADJUSTED, 0, body);
            case "loyalty.membership.joined.v1", "loyalty.membership.parted.v1" -> points(Saying.JOINED, 0, body);
            case "loyalty.tier.changed.v1" -> tier(headline, body);
            case "engagement.message.due.v1" -> message(Said.DUE, body.id("causedBy"), body);
            case "engagement.message.sent.v1" -> message(Said.SENT, headline.cause(), body);
            case "engagement.message.suppressed.v1" -> message(Said.SUPPRESSED, headline.cause(), body);
            default -> {}
        }
    }

    private void purchase(Headline headline, Node body) {
        Node said = body.in("purchase");
        int first = facts.lines.size();
        List<Line> lines = lines(said);
        facts.purchases.add(new Facts.Purchase(
                body.id("purchaseId"),
                body.id("customerId"),
                headline.event(),
                said.micros("occurredAt"),
                headline.recordedAt(),
                said.number("total"),
                said.textOrNull("currency"),
                said.flag("training"),
                first,
                lines.size(),
                ReceiptText.content(said)));
    }

    private void refund(Headline headline, Node body) {
        Node said = body.in("refund");
        int first = facts.lines.size();
        List<Line> lines = lines(said);
        long total = lines.stream().mapToLong(Line::amount).sum();
        facts.refunds.add(new Facts.Refund(
                body.id("refundId"),
                body.id("originalId"),
                body.id("customerId"),
                headline.event(),
                said.micros("occurredAt"),
                headline.recordedAt(),
                total,
                said.textOrNull("currency"),
                first,
                lines.size(),
                ReceiptText.content(said),
                false));
    }

    private void undone(Headline headline, Node body) {
        facts.refunds.add(new Facts.Refund(
                body.id("voidId"),
                body.id("purchaseId"),
                body.id("customerId"),
                headline.event(),
                body.in("voiding").micros("occurredAt"),
                headline.recordedAt(),
                0,
                null,
                facts.lines.size(),
                0,
                0,
                true));
    }

    private List<Line> lines(Node receipt) {
        List<Line> lines = ReceiptText.lines(receipt);
        lines.forEach(facts.lines::add);
        return lines;
    }

    private void enrolment(Headline headline, Node body) {
        facts.enrolments.add(new Facts.Enrolment(
                body.id("customerId"),
                headline.event(),
                body.text("programme"),
                body.micros("enrolledAt"),
                body.micros("countsFrom"),
                headline.recordedAt(),
                body.text("tier")));
    }

    private void points(Saying saying, int receipt, Node body) {
        int first = facts.awards.size();
        for (JsonNode json : body.json().path("awards")) {
            Node award = new Node(json, evidence.ids);
            facts.awards.add(new Facts.Award(
                    (int) award.number("line"),
                    award.text("rule"),
                    award.text("wallet"),
                    (int) award.number("version"),
                    award.number("points")));
        }
        Node points = body.in("points");
        facts.points.add(new Facts.Points(
                saying,
                body.text("outcome"),
                receipt,
                body.id("customerId"),
                points.is(),
                body.text("wallet"),
                body.number("amount"),
                points.number("earned"),
                points.number("pending"),
                points.number("balance"),
                first,
                facts.awards.size() - first));
    }

    private void tier(Headline headline, Node body) {
        facts.tierMoves.add(new Facts.TierMove(
                body.id("customerId"),
                headline.event(),
                body.text("programme"),
                body.text("from"),
                body.text("to"),
                body.number("spend")));
    }

    private void message(Said said, int cause, Node body) {
        facts.messages.add(new Facts.Message(
                said, body.id("messageId"), body.id("customerId"), body.text("template"), body.text("channel"), cause));
    }
}
