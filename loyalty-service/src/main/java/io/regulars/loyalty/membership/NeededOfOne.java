package io.regulars.loyalty.membership;

import io.regulars.loyalty.benefit.BenefitRules;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.document.Benefit;
import io.regulars.loyalty.tier.NeededDays;
import io.regulars.loyalty.tier.standing.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a command about one member needs to know: all there is but the days nobody asks for.
 *
 * @param from limits are asked from the day of that moment on, to the day of {@code now}
 */
public record NeededOfOne(Rulebook rules, Instant from, Instant now) implements Needed {

    /** Days that leave or enter the tier's window, and those since {@code from}: was the member there before? */
    @Override
    public List<Days> days(Stored member) {
        Instant asOf = member.standing().asOf();
        ProgrammeVersion version = version(member, now.isAfter(asOf) ? now : asOf);
        List<Days> days = new ArrayList<>(
                NeededDays.of(member.standing(), member.membership().enrolledAt(), now, version));
        LocalDate last = Calendar.of(version).dayOf(now);
        for (LocalDate day = Calendar.of(version).dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate each = day;
            if (days.stream().noneMatch(span -> span.hold(each))) days.add(new Days(day, day));
        }
        return days;
    }

    @Override
    public Set<Key> limits(Stored member) {
        ProgrammeVersion version = version(member, now);
        LocalDate last = Calendar.of(version).dayOf(now);
        Set<Key> keys = new HashSet<>();
        for (Benefit benefit : version.document().benefits()) {
            if (benefit.limit() != null) keys.add(BenefitRules.key(benefit, version, last));
        }
        for (LocalDate day = Calendar.of(version).dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            ProgrammeVersion then = version(
                    member, Calendar.of(version).startOf(day.plusDays(1)).minusNanos(1));
            keys.addAll(LimitRules.keys(then, day));
        }
        return keys;
    }

    private ProgrammeVersion version(Stored member, Instant at) {
        return rules.at(member.owner().programme(), at);
    }

    @Override
    public boolean lots(UUID customerId, Collection<Wallet> wallets) {
        return true;
    }

    @Override
    public boolean history(UUID customerId) {
        return true;
    }
}
