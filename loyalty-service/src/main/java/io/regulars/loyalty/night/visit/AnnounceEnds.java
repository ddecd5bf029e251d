package io.regulars.loyalty.night.visit;

import io.regulars.events.MembershipEvent.PointsExpiring;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Membership;
import io.regulars.loyalty.night.Night;
import io.regulars.loyalty.night.visit.Announcements.Told;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.ReminderRules;
import io.regulars.loyalty.points.life.ReminderRules.Reminder;
import io.regulars.loyalty.points.life.WalletReading;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.terms.MembershipRules;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells members of points that will end, once for each end and time ahead, also when nights were missed. */
@ApplicationScoped
class AnnounceEnds {

    private final Announcements announcements;

    AnnounceEnds(Announcements announcements) {
        this.announcements = announcements;
    }

    /** @param members with all that their points are made of */
    List<PointsExpiring> of(Tx tx, Night night, List<Member> members, ProgrammeVersion version) {
        List<UUID> ids = members.stream().map(Member::customerId).toList();
        Map<UUID, Told> told = announcements.of(tx, night.programme(), ids);
        List<PointsExpiring> said = new ArrayList<>();
        for (Member member : members) {
            if (!maySend(member, version)) continue;
            LocalDate before = told.get(member.customerId()).remindedOn();
            LocalDate until = night.announcedUntil();
            said.addAll(of(member, night, before == null || before.isBefore(until) ? until : before, version));
        }
        announcements.reminded(tx, night.programme(), ids, night.day());
        return said;
    }

    static boolean maySend(Member member, ProgrammeVersion version) {
        Membership membership = member.membership();
        return MembershipRules.may(member.status(), membership.leftAt() != null, version)
                .beSent();
    }

    private static List<PointsExpiring> of(Member member, Night night, LocalDate said, ProgrammeVersion version) {
        Calendar calendar = Calendar.of(version);
        List<PointsExpiring> facts = new ArrayList<>();
        for (WalletPolicy wallet : version.document().wallets()) {
            WalletReading reading = member.passbook().reading(wallet.id(), night.until());
            for (Reminder each : ReminderRules.due(reading, said, night.day(), wallet.reminders(), calendar)) {
                int days = (int) ChronoUnit.DAYS.between(night.day(), calendar.dayOf(each.goneAt()));
                facts.add(new PointsExpiring(
                        member.customerId(),
                        night.programme(),
                        wallet.id(),
                        each.points(),
                        each.goneAt(),
                        days,
                        night.until()));
            }
        }
        return facts;
    }
}
