package io.regulars.loyalty.assessment.late;

import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.PointsAdjusted;
import io.regulars.loyalty.assessment.Judged;
import io.regulars.loyalty.assessment.MadeGood;
import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.earning.evaluation.Award;
import io.regulars.loyalty.earning.evaluation.UseRules;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.Life;
import io.regulars.loyalty.points.Transfer.Origin;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.Earlier;
import io.regulars.loyalty.points.life.LaterDates;
import io.regulars.loyalty.points.life.OpeningRules;
import io.regulars.loyalty.points.life.OpeningRules.NewLot;
import io.regulars.loyalty.points.life.OpeningRules.Opening;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Posts what a receipt is worth more, to last as its own points do; what came back of it already is left out. */
final class PostMore {

    private final OpenBook book;
    private final Member member;
    private final Counted receipt;
    private final Cause cause;
    private long countedForTier;

    /** Points of one kind that end together. */
    private record Ending(String wallet, Instant at, LaterDates later) {}

    PostMore(OpenBook book, Member member, Counted receipt, Cause cause) {
        this.book = book;
        this.member = member;
        this.receipt = receipt;
        this.cause = cause;
    }

    /** @param tier by which the receipt would have been judged */
    List<MembershipEvent> because(Counted late, List<Award> more, String tier) {
        Instant now = cause.recordedAt();
        List<NewLot> lots = OpeningRules.lots(more, receipt.version(), tier, receipt.at(), earlier()).stream()
                .filter(lot ->
                        ends(lot.opening()) == null || ends(lot.opening()).isAfter(now))
                .toList();
        List<Award> lasting =
                lots.stream().flatMap(lot -> lot.awards().stream()).toList();
        if (lasting.isEmpty()) return List.of();
        Judged before = receipt.judged();
        List<Award> all =
                Stream.concat(before.earned().stream(), lasting.stream()).toList();
        Map<String, Long> cameBack = CameBack.of(receipt, book).more(before.earned(), all);
        long notPosted = cameBack.values().stream().mapToLong(Long::longValue).sum();
        List<Award> posted = posted(lasting, cameBack);
        if (posted.isEmpty()) return List.of();
        List<Award> used =
                Stream.concat(before.earned().stream(), posted.stream()).toList();
        book.judged().makeGood(before, new MadeGood(late.purchase().purchaseId(), lasting, notPosted), now);
        member.limits().add(UseRules.more(receipt.uses(used), receipt.uses()));
        useBudgets(posted);
        return told(given(lots, cameBack));
    }

    /** What is left of them when as much is taken off the first as came back. */
    private static List<Award> posted(List<Award> awards, Map<String, Long> cameBack) {
        Map<String, Long> off = new HashMap<>(cameBack);
        List<Award> posted = new ArrayList<>();
        for (Award award : awards) {
            long less = Math.min(award.actual(), off.getOrDefault(award.wallet(), 0L));
            off.merge(award.wallet(), -less, Long::sum);
            long points = award.actual() - less;
            if (points == 0) continue;
            posted.add(new Award(award.line(), award.rule(), award.version(), award.wallet(), points, points, null));
        }
        return posted;
    }

    private Earlier earlier() {
        return book.contacts().earlier(member, receipt.purchase().purchaseId(), receipt.at());
    }

    /** What would wait for an event counts from now: it waits no more. */
    private Instant ends(Opening opening) {
        if (opening.startsAt() != null || opening.later() == null) return opening.expiresAt();
        return opening.later()
                .expiresAt(cause.recordedAt(), member.experience().signs(), Calendar.of(receipt.version()));
    }

    private Map<String, Long> given(List<NewLot> lots, Map<String, Long> cameBack) {
        Map<Ending, Long> together = new LinkedHashMap<>();
        for (NewLot lot : lots) {
            String wallet = lot.opening().wallet();
            together.merge(new Ending(wallet, ends(lot.opening()), lot.opening().later()), lot.points(), Long::sum);
        }
        Map<String, Long> given = new LinkedHashMap<>();
        together.forEach((ending, points) -> {
            long less = Math.min(points, cameBack.getOrDefault(ending.wallet(), 0L));
            cameBack.merge(ending.wallet(), -less, Long::sum);
            if (points > less) give(ending, points - less, given);
        });
        return given;
    }

    private void give(Ending ending, long points, Map<String, Long> given) {
        Origin origin = Origin.purchase(receipt.purchase().purchaseId(), cause.eventId());
        Life life = new Life(receipt.at(), ending.at(), ending.later());
        member.passbook().adjust(ending.wallet(), points, life, origin, cause.recordedAt());
        given.merge(ending.wallet(), points, Long::sum);
        if (!ending.wallet().equals(receipt.version().tierWallet())) return;
        countedForTier += points;
        member.progress().count(receipt.day(), 0, points, null);
    }

    private void useBudgets(List<Award> awards) {
        String programme = receipt.version().id();
        for (Award award : awards) {
            String budget = budgetOf(award, receipt.version());
            if (budget == null) continue;
            long used = book.budgets().of(programme).getOrDefault(budget, 0L);
            book.budgets().become(programme, Map.of(budget, used + award.actual()));
        }
    }

    static String budgetOf(Award award, ProgrammeVersion version) {
        return version.rule(award.rule())
                .map(rule -> rule.written().limits().budget())
                .orElse(null);
    }

    private List<MembershipEvent> told(Map<String, Long> given) {
        List<MembershipEvent> told = new ArrayList<>();
        given.forEach((wallet, points) -> told.add(new PointsAdjusted(
                member.customerId(),
                member.membership().programme(),
                wallet,
                MembershipEvent.Adjustment.LATE_RECEIPT,
                points,
                wallet.equals(member.firstWallet()) ? member.passbook().points(wallet, points) : null,
                cause.recordedAt())));
        return told;
    }

    /** Points that were given of the kind that tiers look at. */
    long countedForTier() {
        return countedForTier;
    }
}
