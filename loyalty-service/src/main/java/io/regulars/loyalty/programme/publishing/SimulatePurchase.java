package io.regulars.loyalty.programme.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.events.Purchase;
import io.regulars.loyalty.earning.basket.Basket;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.evaluation.Evaluation;
import io.regulars.loyalty.earning.evaluation.EvaluationRules;
import io.regulars.loyalty.earning.evaluation.Switches;
import io.regulars.loyalty.earning.evaluation.Verdict;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.MembershipPolicy.Status;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import io.regulars.loyalty.programme.terms.MembershipRules;
import io.regulars.platform.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a purchase would bring a member under a version, as if no limit were used up and nothing stopped. */
final class SimulatePurchase {

    private SimulatePurchase() {}

    /** Somebody made up: without a tier they are in the lowest one, without a day they join today. */
    public record Member(
            String tier,
            LocalDate since,
            Long purchases,
            Long visits,
            Birthday birthday,
            Map<String, String> attributes) {
        static final Member NEWCOMER = new Member(null, null, null, null, null, null);

        private MonthDay born() {
            if (birthday == null) return null;
            try {
                return MonthDay.of(birthday.month(), birthday.day());
            } catch (DateTimeException never) {
                throw Refusal.invalid("/member/birthday", "There is no such day.");
            }
        }
    }

    public record Birthday(int month, int day) {}

    /** @param version null for a document that is no version */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Simulated(
            String programme, Integer version, Map<String, Long> points, List<Given> awards, List<Verdict> rules) {}

    /** @param refusal why {@code actual} is not all of {@code desired} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Given(int line, String rule, String wallet, long desired, long actual, String refusal) {
        static Given of(Award award) {
            return new Given(
                    award.line(), award.rule(), award.wallet(), award.desired(), award.actual(), award.refusal());
        }
    }

    static Simulated simulate(ProgrammeVersion version, Integer number, Purchase purchase, Member member, Instant now) {
        Instant at = purchase.occurredAt() == null ? now : purchase.occurredAt();
        Happening happening = new Happening(
                EarningRule.PURCHASE,
                at,
                LocalDateTime.ofInstant(at, version.zone()),
                purchase.store(),
                purchase.channel(),
                Basket.of(purchase),
                Map.of(),
                Map.of());
        MemberStanding standing = standing(member, version, happening.local().toLocalDate());
        Evaluation evaluation = EvaluationRules.evaluate(happening, standing, Counters.NONE, Switches.NONE, version);
        Map<String, Long> points = new LinkedHashMap<>();
        for (WalletPolicy wallet : version.document().wallets()) {
            points.put(wallet.id(), evaluation.points(wallet.id()));
        }
        List<Given> awards = evaluation.awards().stream().map(Given::of).toList();
        return new Simulated(version.id(), number, points, awards, evaluation.explanation());
    }

    private static MemberStanding standing(Member member, ProgrammeVersion version, LocalDate today) {
        String lowest =
                version.levels().isEmpty() ? null : version.levels().get(0).id();
        if (member.tier() != null && version.level(member.tier()).isEmpty()) {
            throw Refusal.invalid("/member/tier", "There is no tier " + member.tier() + " in this version.");
        }
        long purchases = member.purchases() == null ? 0 : member.purchases();
        return new MemberStanding(
                MembershipRules.status(Status.ACTIVE, purchases),
                member.tier() == null ? lowest : member.tier(),
                member.since() == null ? today : member.since(),
                member.born(),
                purchases,
                member.visits() == null ? 0 : member.visits(),
                false,
                member.attributes() == null ? Map.of() : member.attributes(),
                Set.of());
    }
}
