package io.regulars.loyalty.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import io.regulars.loyalty.assessment.JudgedPile.Unanswerable;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Says that conditions could not be answered: each time by a counter, once an hour and rule in the log, and for an hour
 * beside readiness. The receipts were judged without those rules; the reason is kept with each.
 */
@ApplicationScoped
class RaiseAlarm {

    private static final Logger LOG = Logger.getLogger(RaiseAlarm.class);
    private static final String PART = "conditions";
    private static final Duration LASTS = Duration.ofHours(1);

    private final MeterRegistry meters;
    private final Standing standing;
    private final Clock clock;
    private final Map<Unanswerable, Instant> logged = new ConcurrentHashMap<>();
    private volatile Instant until;

    RaiseAlarm(MeterRegistry meters, Standing standing, Clock clock) {
        this.meters = meters;
        this.standing = standing;
        this.clock = clock;
    }

    /** What was judged is committed; to be called also when nothing was wrong with it. */
    void on(List<Unanswerable> unanswerable) {
        if (unanswerable.isEmpty() && until == null) return;
        Instant now = clock.now();
        for (Unanswerable each : unanswerable) {
            count(each);
            if (isNews(each, now))
                LOG.warnf("condition unanswerable programme=%s rule=%s", each.programme(), each.rule());
        }
        if (unanswerable.isEmpty()) rest(now);
        else alarm(unanswerable.get(unanswerable.size() - 1), now);
    }

    private void count(Unanswerable rule) {
        meters.counter("regulars.loyalty.conditions.unanswerable", "programme", rule.programme(), "rule", rule.rule())
                .increment();
    }

    boolean isNews(Unanswerable rule, Instant now) {
        Instant last = logged.get(rule);
        boolean recent = last != null && now.isBefore(last.plus(LASTS));
        if (!recent) logged.put(rule, now);
        return !recent;
    }

    private void alarm(Unanswerable rule, Instant now) {
        until = now.plus(LASTS);
        standing.set(PART, State.DEGRADED, "rule " + rule.rule() + " of " + rule.programme() + " cannot be answered");
    }

    private void rest(Instant now) {
        Instant end = until;
        if (end == null || now.isBefore(end)) return;
        until = null;
        standing.set(PART, State.WORKING, "all answered for an hour");
    }
}
