package io.regulars.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when relay and views run; a passing fault shows here and does not make the service unready. */
@Readiness
@ApplicationScoped
public class SpineReadiness implements HealthCheck {

    private final Standing standing;

    SpineReadiness(Standing standing) {
        this.standing = standing;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("spine");
        boolean ready = true;
        for (var part : standing.parts().entrySet()) {
            Standing.Of how = part.getValue();
            answer.withData(part.getKey(), how.state().name().toLowerCase(java.util.Locale.ROOT) + ": " + how.why());
            ready &= how.state() == Standing.State.WORKING || how.state() == Standing.State.DEGRADED;
        }
        return answer.status(ready).build();
    }
}
