package io.regulars.gateway.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Role;
import io.regulars.gateway.edge.CommandKey;
import io.regulars.gateway.routing.MemberResource.Consent;
import io.regulars.gateway.routing.MemberResource.Wish;
import io.regulars.gateway.routing.Upstream.Answer;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Makes a customer a member: the crm says who it is, loyalty decides. */
@ApplicationScoped
public class OptIn {

    private final Customers customers;
    private final Upstream upstream;

    OptIn(Customers customers, Upstream upstream) {
        this.customers = customers;
        this.upstream = upstream;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Enrolment(UUID customerId, String programme, Consent consent, Instant enrolledAt) {}

    Response of(Wish wish, String key, Asker asker) {
        CommandKey.check(key);
        boolean backdates = wish.enrolledAt() != null;
        if (backdates && !asker.has(Role.ADMIN) && !asker.has(Role.SERVICE)) {
            throw Refusal.of(Code.FORBIDDEN, "Only an administrator or a service may say when somebody opted in.");
        }
        // Also whoever is named by id alone: loyalty hears of customers when they buy, and would enrol ids nobody has.
        UUID customerId = customers.resolve(wish.customer(), "enrolment", asker);
        byte[] enrolment = Json.bytes(new Enrolment(customerId, wish.programme(), wish.consent(), wish.enrolledAt()));
        return Passing.on(enrol(enrolment, key, asker));
    }

    private Answer enrol(byte[] enrolment, String key, Asker asker) {
        return Upstream.join(upstream.post("loyalty", "/v1/members", enrolment, Map.of("Idempotency-Key", key), asker));
    }
}
