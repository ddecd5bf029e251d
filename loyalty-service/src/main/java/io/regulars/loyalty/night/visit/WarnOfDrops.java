package io.regulars.loyalty.night.visit;

import io.regulars.events.MembershipEvent.TierAtRisk;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.night.Night;
import io.regulars.loyalty.night.SearchRules;
import io.regulars.loyalty.night.visit.Announcements.Told;
import io.regulars.loyalty.night.visit.Announcements.Warning;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.tier.ReadOutlook;
import io.regulars.loyalty.tier.ReadOutlook.Ahead;
import io.regulars.loyalty.tier.standing.TierOutlook;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells members that they are about to lose their tier: once, until the day comes or they are in another. */
@ApplicationScoped
class WarnOfDrops {

    private final ReadOutlook readOutlook;
    private final Announcements announcements;

    WarnOfDrops(ReadOutlook readOutlook, Announcements announcements) {
        this.readOutlook = readOutlook;
        this.announcements = announcements;
    }

    /** @param members as they are stored by now */
    List<TierAtRisk> of(Tx tx, Night night, List<Member> members, ProgrammeVersion version) {
        List<UUID> ids = members.stream().map(Member::customerId).toList();
        Map<UUID, Told> told = announcements.of(tx, night.programme(), ids);
        Map<Owner, Ahead> aheads = readOutlook.of(tx, members, version, night.until());
        List<TierAtRisk> said = new ArrayList<>();
        for (Member member : members) {
            Ahead ahead = aheads.get(member.owner());
            boolean drops = ahead != null && isNear(ahead.outlook(), night.day());
            if (!drops || !AnnounceEnds.maySend(member, version)) continue;
            if (told.get(member.customerId()).warned(ahead.outlook().level(), night.day())) continue;
            said.add(fact(member, ahead, night));
        }
        announcements.weighed(tx, night.programme(), ids);
        announcements.warned(
                tx,
                night.programme(),
                said.stream()
                        .map(each -> new Warning(each.customerId(), each.tier(), each.keptUntil()))
                        .toList());
        return said;
    }

    private static boolean isNear(TierOutlook outlook, LocalDate today) {
        return outlook.dropsTo() != null && outlook.keptUntil().isBefore(today.plusDays(SearchRules.RISK_DAYS));
    }

    private static TierAtRisk fact(Member member, Ahead ahead, Night night) {
        TierOutlook outlook = ahead.outlook();
        return new TierAtRisk(
                member.customerId(),
                night.programme(),
                outlook.level(),
                outlook.dropsTo(),
                outlook.keptUntil(),
                ahead.missing(),
                night.until());
    }
}
