package io.regulars.loyalty.assessment.late;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.evaluation.Evaluation;
import io.regulars.loyalty.earning.evaluation.EvaluationRules;
import io.regulars.loyalty.earning.late.LatenessRules;
import io.regulars.loyalty.earning.late.LatenessRules.Lateness;
import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.receipt.KeptPurchase;
import io.regulars.platform.journal.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A receipt came late, within the grace, and has been judged: those that happened after it are judged once more in
 * thought, with it and without it. Where it makes one worth more, that is made good; what was announced stays.
 */
public final class MakeGood {

    private final OpenBook book;
    private final Member member;
    private final Past past;
    private final Counted late;
    private final Cause cause;

    private MakeGood(OpenBook book, Member member, Past past, Counted late, Cause cause) {
        this.book = book;
        this.member = member;
        this.past = past;
        this.late = late;
        this.cause = cause;
    }

    public static List<MembershipEvent> in(OpenBook book, Member member, KeptPurchase late, Cause cause) {
        if (!LatenessRules.isLate(late.occurredAt(), late.recordedAt())) return List.of();
        Past past = Past.of(book, member);
        Optional<Counted> counted = past.receipts().stream()
                .filter(each -> each.purchase().purchaseId().equals(late.purchaseId()))
                .filter(each ->
                        LatenessRules.of(late.occurredAt(), late.recordedAt(), each.version()) == Lateness.WITHIN_GRACE)
                .findFirst();
        return counted.map(each -> new MakeGood(book, member, past, each, cause).said())
                .orElse(List.of());
    }

    private List<MembershipEvent> said() {
        List<Counted> later = past.since(late.purchase()).stream()
                .filter(each -> !each.equals(late))
                .toList();
        if (later.isEmpty()) return List.of();
        MemberThen without = MemberThen.before(late.purchase(), past, member);
        MemberThen with = without.copy();
        with.moveOn(late);
        Hindsight tiers = new Hindsight(past, late, member);
        List<MembershipEvent> said = new ArrayList<>();
        KeptPurchase last = late.purchase();
        for (Counted each : later) {
            past.besides(last, each.purchase()).forEach(between -> {
                without.passBy(between);
                with.passBy(between);
            });
            last = each.purchase();
            List<Award> before = judgedAnew(each, each.judged().tier(), without);
            String tier = tiers.tierOf(each);
            List<Award> after = judgedAnew(each, tier, with);
            PostMore post = new PostMore(book, member, each, cause);
            said.addAll(post.because(late, DifferenceRules.more(each.judged().earned(), before, after), tier));
            tiers.madeGood(each, post.countedForTier());
        }
        return said;
    }

    /** Budgets and the balance are those of today, with what the receipt itself was given there still. */
    private List<Award> judgedAnew(Counted receipt, String tier, MemberThen then) {
        ProgrammeVersion version = receipt.version();
        Happening happening = receipt.happening();
        Counters counters = new Counters(then.limits(), budgets(receipt), balances(receipt));
        Evaluation brought = EvaluationRules.evaluate(
                happening,
                then.standing(tier, happening, version),
                counters,
                book.rules().switches(version.id()),
                version);
        then.moveOn(receipt, brought.after().member());
        return brought.awards();
    }

    private Map<String, Long> budgets(Counted receipt) {
        Map<String, Long> used =
                new HashMap<>(book.budgets().of(receipt.version().id()));
        for (Award award : receipt.judged().earned()) {
            String budget = PostMore.budgetOf(award, receipt.version());
            if (budget != null) used.merge(budget, -award.actual(), Long::sum);
        }
        return used;
    }

    private Map<String, Long> balances(Counted receipt) {
        Map<String, Long> balances = new HashMap<>(member.passbook().balances());
        DifferenceRules.byWallet(receipt.judged().earned())
                .forEach((wallet, points) -> balances.merge(wallet, -points, Long::sum));
        return balances;
    }
}
