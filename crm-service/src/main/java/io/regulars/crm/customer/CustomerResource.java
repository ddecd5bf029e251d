package io.regulars.crm.customer;

import io.regulars.crm.customer.Identities.Identified;
import io.regulars.events.CustomerRef;
import io.regulars.platform.http.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** The door by which the gateway asks who somebody is before it lets her enrol or sign in. */
@Path("/internal/customers")
public class CustomerResource {

    private final ResolveCustomer resolve;

    CustomerResource(ResolveCustomer resolve) {
        this.resolve = resolve;
    }

    /** {@code source}: what the customer is doing, such as {@code enrolment} or {@code signIn}. */
    public record Question(CustomerRef customer, String source) {}

    public record Answer(UUID customerId, boolean created) {}

    @POST
    @Path("/resolve")
    @RolesAllowed("gateway")
    public Answer resolve(@HeaderParam("traceparent") String traceparent, Question question) {
        if (question == null || question.customer() == null) {
            throw Refusal.invalid("/customer", "Say which customer is meant.");
        }
        if (question.source() == null || question.source().isBlank()) {
            throw Refusal.invalid("/source", "Say what the customer is doing, such as enrolment.");
        }
        Identified who = resolve.resolve(question.customer(), question.source(), traceparent);
        return new Answer(who.customerId(), who.created());
    }
}
