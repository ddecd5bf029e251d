package io.regulars.loyalty.benefit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.earning.limit.Counters.Tally;
import io.regulars.loyalty.membership.LimitUses;
import io.regulars.loyalty.membership.LimitUses.Owned;
import io.regulars.loyalty.membership.Owner;
import io.regulars.loyalty.points.life.Calendar;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Benefit;
import io.regulars.loyalty.programme.rule.CamelCase;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a tier gives besides points, and how often the member may still use it. */
@ApplicationScoped
public class ReadBenefits {

    private final LimitUses uses;

    ReadBenefits(LimitUses uses) {
        this.uses = uses;
    }

    /** {@code left} of {@code most} uses in the period {@code per}; without them it may always be used. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(String benefit, String name, Long used, Integer most, String per, Long left) {}

    public List<Shown> of(Tx tx, Owner owner, String level, ProgrammeVersion version, Instant now) {
        LocalDate day = Calendar.of(version).dayOf(now);
        List<Benefit> benefits = BenefitRules.of(level, version);
        List<Owned> asked = benefits.stream()
                .filter(benefit -> benefit.limit() != null)
                .map(benefit -> new Owned(owner, BenefitRules.key(benefit, version, day)))
                .toList();
        Map<Owned, Tally> used = uses.of(tx, asked).get();
        return benefits.stream()
                .map(benefit -> shown(benefit, owner, version, day, used))
                .toList();
    }

    private static Shown shown(
            Benefit benefit, Owner owner, ProgrammeVersion version, LocalDate day, Map<Owned, Tally> used) {
        if (benefit.limit() == null) return unlimited(benefit);
        Owned owned = new Owned(owner, BenefitRules.key(benefit, version, day));
        return limited(benefit, used.getOrDefault(owned, Tally.NONE));
    }

    static Shown unlimited(Benefit benefit) {
        return new Shown(benefit.id(), benefit.name(), null, null, null, null);
    }

    static Shown limited(Benefit benefit, Tally tally) {
        int most = benefit.limit().most();
        return new Shown(
                benefit.id(),
                benefit.name(),
                tally.times(),
                most,
                CamelCase.of(benefit.limit().per()),
                Math.max(0, most - tally.times()));
    }
}
