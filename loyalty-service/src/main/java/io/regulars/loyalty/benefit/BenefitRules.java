package io.regulars.loyalty.benefit;

import io.regulars.loyalty.earning.limit.Counters;
import io.regulars.loyalty.earning.limit.Counters.Key;
import io.regulars.loyalty.earning.limit.LimitRules;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.Benefit;
import io.regulars.loyalty.programme.rule.CamelCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a tier gives besides points, and how often it may be used. */
public final class BenefitRules {

    private BenefitRules() {}

    public static List<Benefit> of(String level, ProgrammeVersion programme) {
        return programme.document().benefits().stream()
                .filter(benefit -> benefit.levels().contains(level))
                .toList();
    }

    /** The counter of its uses in the period of that day. */
    public static Key key(Benefit benefit, ProgrammeVersion programme, LocalDate day) {
        return LimitRules.key("benefit:" + benefit.id(), benefit.limit().per(), programme, day);
    }

    /** Why it may not be used now, in words, or nothing. */
    public static Optional<String> whyNot(
            Benefit benefit, String level, Counters counters, ProgrammeVersion programme, LocalDate day) {
        if (!benefit.levels().contains(level)) return Optional.of("tier " + level + " does not have " + benefit.name());
        if (benefit.limit() == null) return Optional.empty();
        long used = counters.tally(key(benefit, programme, day)).times();
        if (used < benefit.limit().most()) return Optional.empty();
        return Optional.of(benefit.name() + " was used " + used + " times, which is the most per "
                + CamelCase.of(benefit.limit().per()));
    }
}
