package io.regulars.loyalty.assessment;

import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.Types;
import io.regulars.loyalty.points.ReceiptPoints;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptRefund;
import io.regulars.loyalty.receipt.Purchases;
import io.regulars.loyalty.receipt.Refunds;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.ProblemAnswers;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.WaitsForMarks;
import io.regulars.platform.view.Freshness;
import io.regulars.platform.view.ParkedView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a receipt earned or took back: as it was first answered, as it is now, and why. */
@Path("/internal/assessments/{receiptId}")
public class AssessmentView {

    private final Database database;
    private final Programmes programmes;
    private final Purchases purchases;
    private final Refunds refunds;
    private final Assessments assessments;
    private final FirstAnswers answers;
    private final ReceiptPoints moved;
    private final ParkedView parked;
    private final Freshness freshness;

    AssessmentView(
            Database database,
            Programmes programmes,
            Purchases purchases,
            Refunds refunds,
            Assessments assessments,
            FirstAnswers answers,
            ReceiptPoints moved,
            ParkedView parked,
            Freshness freshness) {
        this.database = database;
        this.programmes = programmes;
        this.purchases = purchases;
        this.refunds = refunds;
        this.assessments = assessments;
        this.answers = answers;
        this.moved = moved;
        this.parked = parked;
        this.freshness = freshness;
    }

    @GET
    @WaitsForMarks
    @RolesAllowed({"gateway", "crm", "loyalty", "engagement"})
    public Response assessment(@PathParam("receiptId") UUID receiptId) {
        return database.inTransaction(tx -> ofPurchase(tx, receiptId)
                .or(() -> ofRefund(tx, receiptId))
                .map(answer -> Response.ok(answer).build())
                .orElseGet(() -> notYet(isParked(tx, receiptId))));
    }

    private boolean isParked(Tx tx, UUID receiptId) {
        return parked.naming(tx, Types.nameOf(PurchaseRecorded.class), "purchaseId", receiptId)
                .or(() -> parked.naming(tx, Types.nameOf(PurchaseRefunded.class), "refundId", receiptId))
                .or(() -> parked.naming(tx, Types.nameOf(PurchaseVoided.class), "voidId", receiptId))
                .isPresent();
    }

    private static Response notYet(boolean parked) {
        Problem problem = Refusal.mayStillArrive(Code.NOT_FOUND, "This receipt has not been judged.")
                .problem();
        return Response.fromResponse(ProblemAnswers.answer(problem))
                .entity(new ShownAssessment.NotYet(problem, parked))
                .build();
    }

    private Optional<ShownAssessment> ofPurchase(Tx tx, UUID receiptId) {
        return purchases.one(tx, receiptId).map(purchase -> {
            List<UUID> told = new ArrayList<>(purchase.movedFrom());
            if (purchase.customerId() != null) told.add(purchase.customerId());
            PurchaseAssessed first =
                    answers.to(tx, receiptId, purchase.toldBy(), told).orElseThrow();
            List<Judged> judged = assessments.of(tx, List.of(receiptId)).get();
            Rulebook rules = programmes.judging(tx);
            Optional<Judged> shown = judged.stream()
                    .min(Comparator.comparing(each -> each.programme().equals(first.programme()) ? 0 : 1));
            long now = shown.map(each -> worth(tx, each, told, rules)).orElse(0L);
            ProgrammeVersion version = shown.map(each -> version(each, rules))
                    .orElseGet(() -> rules.at(rules.first(), purchase.occurredAt()));
            List<String> why = ExplanationRules.purchase(first, now, purchase, version, shown);
            return ShownAssessment.of(first, now, why, judged, freshness.asOf());
        });
    }

    private long worth(Tx tx, Judged judged, List<UUID> ledgers, Rulebook rules) {
        String wallet = version(judged, rules).firstWallet();
        return moved.byPurchase(tx, ledgers, judged.programme(), wallet, judged.purchaseId());
    }

    private static ProgrammeVersion version(Judged judged, Rulebook rules) {
        return rules.version(judged.programme(), judged.version()).orElseThrow();
    }

    private Optional<ShownAssessment> ofRefund(Tx tx, UUID receiptId) {
        return refunds.one(tx, receiptId).map(refund -> {
            PurchaseAssessed first =
                    answers.to(tx, receiptId, refund.toldBy(), told(tx, refund)).orElseThrow();
            long now = first.programme() == null ? -refund.taken() : taken(tx, refund, first.programme());
            return ShownAssessment.of(
                    first, now, ExplanationRules.refund(first, now, refund), List.of(), freshness.asOf());
        });
    }

    /** Of whom it may have been told: whoever's the purchase was, or who was named. */
    private List<UUID> told(Tx tx, KeptRefund refund) {
        List<UUID> told = new ArrayList<>();
        if (refund.customerId() != null) told.add(refund.customerId());
        if (refund.namedCustomerId() != null) told.add(refund.namedCustomerId());
        if (refund.originalId() != null) {
            purchases.one(tx, refund.originalId()).ifPresent(original -> told.addAll(original.movedFrom()));
        }
        return told;
    }

    private long taken(Tx tx, KeptRefund refund, String programme) {
        String wallet = programmes.judging(tx).at(programme, refund.judgedAt()).firstWallet();
        return -moved.byRefund(tx, told(tx, refund), programme, wallet, refund.refundId());
    }
}
