package io.regulars.loyalty.membership;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.ToldByDates;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.tier.Progress;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens to a member by dates alone, up to a moment: points start and end, the tier's window moves on. */
final class Reaching {

    private final Member member;
    private final Passbook passbook;
    private final Progress progress;
    private final Cause cause;
    private final Rulebook rules;
    private final List<MembershipEvent> told = new ArrayList<>();

    Reaching(Member member, Cause cause, Rulebook rules) {
        this.member = member;
        this.passbook = member.passbook();
        this.progress = member.progress();
        this.cause = cause;
        this.rules = rules;
    }

    List<MembershipEvent> until(Instant at) {
        if (progress.followsBalance()) {
            for (Instant moment : passbook.moments(version(at).tierWallet(), at)) pass(moment);
        }
        telling(() -> passbook.postDue(at, cause.eventId()));
        progress.reach(at);
        return told;
    }

    /** A tier that follows what is at hand is judged by what starts, and by what was there until it ends. */
    private void pass(Instant moment) {
        telling(() -> passbook.postStarted(moment, cause.eventId()));
        settle(moment);
        telling(() -> passbook.postDue(moment, cause.eventId()));
        settle(moment);
    }

    private void settle(Instant moment) {
        progress.reach(moment);
        member.settle(moment).ifPresent(told::add);
    }

    private void telling(Runnable posting) {
        int before = passbook.transfers().size();
        posting.run();
        List<Transfer> due = List.copyOf(
                passbook.transfers().subList(before, passbook.transfers().size()));
        due.forEach(this::countActivated);
        told.addAll(ToldByDates.of(passbook, due, member.firstWallet()));
    }

    /** Points that were waiting count for the tier from the day they can be spent on. */
    private void countActivated(Transfer transfer) {
        if (transfer.way() != Movement.ACTIVATED || passbook.isLate(transfer)) return;
        ProgrammeVersion version = version(transfer.at());
        if (!transfer.wallet().equals(version.tierWallet())) return;
        progress.count(Calendar.of(version).dayOf(transfer.at()), 0, transfer.amount(), null);
    }

    private ProgrammeVersion version(Instant at) {
        return rules.at(member.owner().programme(), at);
    }
}
