package io.regulars.loyalty.assessment.late;

import io.regulars.loyalty.assessment.OpenBook;
import io.regulars.loyalty.assessment.late.Counted.Visit;
import io.regulars.loyalty.earning.basket.Happening;
import io.regulars.loyalty.earning.basket.MemberStanding;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.membership.Experience;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.receipt.KeptPurchase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a member had done and used up at a moment that is over; receipt by receipt it moves on from there. */
public final class MemberThen {

    private final Member member;
    private final Map<Key, Tally> limits;
    private final Set<Visit> visited;
    private Experience experience;

    private MemberThen(Member member, Map<Key, Tally> limits, Set<Visit> visited, Experience experience) {
        this.member = member;
        this.limits = limits;
        this.visited = visited;
        this.experience = experience;
    }

    /** Right before that purchase: as it is now without all that happened since. */
    public static MemberThen before(KeptPurchase purchase, OpenBook book, Member member) {
        return before(purchase, Past.of(book, member), member);
    }

    static MemberThen before(KeptPurchase purchase, Past past, Member member) {
        List<Counted> before = past.before(purchase);
        List<Counted> since = past.since(purchase);
        List<Counted> used = past.usedBefore(purchase);
        Map<Key, Tally> limits = new HashMap<>(member.limits().now());
        past.usedSince(purchase)
                .forEach(each -> each.uses()
                        .forEach((key, use) -> limits.computeIfPresent(
                                key, (same, now) -> now.less(use, lastBefore(now, purchase.judgedAt(), same, used)))));
        return new MemberThen(
                member,
                limits,
                Past.visits(before, List.of()),
                member.experience()
                        .without(since.size(), Past.visits(since, before).size()));
    }

    private static Instant lastBefore(Tally now, Instant moment, Key key, List<Counted> before) {
        boolean known = now.last() == null || now.last().isBefore(moment);
        return known ? now.last() : Past.lastUse(before, key);
    }

    MemberThen copy() {
        return new MemberThen(member, new HashMap<>(limits), new HashSet<>(visited), experience);
    }

    public Map<Key, Tally> limits() {
        return limits;
    }

    /** As rules saw the member, or would have. */
    public MemberStanding standing(String tier, Happening happening, ProgrammeVersion version) {
        LocalDate day = Calendar.of(version).dayOf(happening.at());
        boolean sameVisit = visited.contains(new Visit(day, happening.store()));
        return member.standing(tier, day, experience, sameVisit, version);
    }

    /** That receipt has been judged: what it was, and how far limits are used up now. */
    void moveOn(Counted receipt, Map<Key, Tally> after) {
        boolean visit = receipt.visit().store() != null && visited.add(receipt.visit());
        experience = experience.plus(visit);
        limits.putAll(after);
    }

    /** The same for one that was judged as it stands. */
    void moveOn(Counted receipt) {
        passBy(receipt);
        moveOn(receipt, Map.of());
    }

    /** It counts no longer, or never did, but what it used of limits is used. */
    void passBy(Counted receipt) {
        receipt.uses()
                .forEach((key, use) ->
                        limits.put(key, limits.getOrDefault(key, Tally.NONE).and(use)));
    }
}
