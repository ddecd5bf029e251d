package io.regulars.loyalty.programme;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.regulars.loyalty.programme.condition.Condition;
import io.regulars.loyalty.programme.condition.Condition.Spent;
import io.regulars.loyalty.programme.rule.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** How long the conditions of published rules take, for all versions of a rule together. Slow is not wrong: no alarm. */
@ApplicationScoped
class ConditionTimes {

    private final MeterRegistry meters;
    private final Map<Name, Watched> watched = new ConcurrentHashMap<>();

    ConditionTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Name(String programme, String rule) {}

    private record Watched(List<Condition> conditions) {

        private long sum(ToLongFunction<Spent> part) {
            return conditions.stream().map(Condition::spent).mapToLong(part).sum();
        }
    }

    /** To be called once for each version. */
    void watch(ProgrammeVersion version) {
        for (Rule rule : version.rules()) {
            List<Condition> own = Stream.of(rule.when(), rule.lineWhen())
                    .filter(Objects::nonNull)
                    .toList();
            if (own.isEmpty()) continue;
            watched.computeIfAbsent(new Name(version.id(), rule.id()), this::shown)
                    .conditions()
                    .addAll(own);
        }
    }

    private Watched shown(Name name) {
        Watched rule = new Watched(new CopyOnWriteArrayList<>());
        FunctionTimer.builder(
                        "regulars.loyalty.conditions",
                        rule,
                        its -> its.sum(Spent::times),
                        its -> its.sum(Spent::nanos),
                        TimeUnit.NANOSECONDS)
                .description("Asking the conditions of a rule")
                .tag("programme", name.programme())
                .tag("rule", name.rule())
                .register(meters);
        return rule;
    }
}
