package io.regulars.loyalty.assessment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.events.TouchpointEvent.PurchaseRefunded;
import io.regulars.events.TouchpointEvent.PurchaseVoided;
import io.regulars.events.Types;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Programmes;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.receipt.KeptPurchase;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final ParkedView parked;
    private final Freshness freshness;

    AssessmentView(
            Database database,
            Programmes programmes,
            Purchases purchases,
            Refunds refunds,
            Assessments assessments,
            FirstAnswers answers,
            ParkedView parked,
            Freshness freshness) {
        this.database = database;
        this.programmes = programmes;
        this.purchases = purchases;
        this.refunds = refunds;
        this.assessments = assessments;
        this.answers = answers;
        this.parked = parked;
        this.freshness = freshness;
    }

    /**
     * {@code why} has a sentence per award, or one that says why there is none; {@code rules} says of every rule whether
     * it applied and what decided.
     */
    public record Answer(
            @JsonUnwrapped PurchaseAssessed first,
            Current current,
            List<String> why,
            List<Decided> rules,
            Map<String, Instant> asOf) {}

    /** Under a version of a programme a rule applied or did not, and why. */
    public record Decided(String programme, int version, String rule, boolean applied, String why) {}

    /** What the receipt brought in all: a purchase less what its refunds took, a refund below zero. */
    public record Current(long points) {}

    /** A receipt that has not been judged: it may still be on its way, or it came and could not be judged. */
    public record NotYet(@JsonUnwrapped Problem problem, boolean parked) {}

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
                .entity(new NotYet(problem, parked))
                .build();
    }

    private Optional<Answer> ofPurchase(Tx tx, UUID receiptId) {
        return purchases.one(tx, receiptId).map(purchase -> {
            PurchaseAssessed first = answers.to(tx, receiptId, purchase.toldBy(), purchase.customerId())
                    .orElseThrow();
            List<Judged> judged = assessments.of(tx, List.of(receiptId)).get();
            long now = worth(tx, purchase, judged);
            Rulebook rules = programmes.judging(tx);
            ProgrammeVersion version = rules.at(rules.first(), purchase.occurredAt());
            List<String> why = ExplanationRules.purchase(first, now, purchase, judged, version);
            return answer(first, now, why, decided(judged));
        });
    }

    private Optional<Answer> ofRefund(Tx tx, UUID receiptId) {
        return refunds.one(tx, receiptId).map(refund -> {
            PurchaseAssessed first = answers.to(
                            tx, receiptId, refund.toldBy(), refund.customerId(), refund.namedCustomerId())
                    .orElseThrow();
            long now = -refund.taken();
            return answer(first, now, ExplanationRules.refund(first, now, refund), List.of());
        });
    }

    private Answer answer(PurchaseAssessed first, long now, List<String> why, List<Decided> rules) {
        return new Answer(first, new Current(now), why, rules, freshness.asOf());
    }

    private static List<Decided> decided(List<Judged> judged) {
        List<Decided> decided = new ArrayList<>();
        for (Judged each : judged) {
            for (Judged.Saying verdict : each.verdicts()) {
                decided.add(new Decided(
                        each.programme(), each.version(), verdict.rule(), verdict.applied(), verdict.why()));
            }
        }
        return decided;
    }

    /** The first kind of points of all it brought, less what refunds took. */
    private long worth(Tx tx, KeptPurchase purchase, List<Judged> judged) {
        long brought = 0;
        for (Judged each : judged) {
            String wallet = programmes
                    .judging(tx)
                    .version(each.programme(), each.version())
                    .orElseThrow()
                    .firstWallet();
            brought += each.points(wallet) - each.cameBack();
        }
        if (judged.isEmpty()) return 0;
        long taken = refunds.of(tx, List.of(purchase.purchaseId()), List.of()).stream()
                .mapToLong(KeptRefund::taken)
                .sum();
        return brought - taken;
    }
}
