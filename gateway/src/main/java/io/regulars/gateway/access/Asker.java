package io.regulars.gateway.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.regulars.platform.access.Caller;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.marks.Marks;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking at the gateway, what of the world is theirs, which trace it belongs to and how fresh it has to be. */
public record Asker(Caller caller, Till till, String traceparent, Marks after) {

    public Asker(Caller caller, Till till, String traceparent) {
        this(caller, till, traceparent, null);
    }

    /** The same, who wants to hear nothing staler than this. */
    public Asker after(Marks marks) {
        return new Asker(caller, till, traceparent, marks);
    }

    /** The gateway itself, about nobody's request in particular. */
    public static Asker gateway() {
        return new Asker(Caller.service(TokenIdentity.GATEWAY), null, TraceRules.anew());
    }

    public static Asker of(SecurityIdentity identity, String traceparent) {
        if (identity.getPrincipal() instanceof Till till) return new Asker(till.caller(), till, traceparent);
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        Set<String> roles = token.getGroups();
        Caller.Kind kind = roles.contains(Role.MEMBER)
                ? Caller.Kind.MEMBER
                : roles.contains(Role.SERVICE) ? Caller.Kind.SERVICE : Caller.Kind.STAFF;
        return new Asker(new Caller(token.getIssuer() + ":" + token.getSubject(), kind, roles), null, traceparent);
    }

    /** A till acts for its own stores; whoever else may call a method at all may name any store. */
    public boolean mayActFor(String store) {
        return till == null || store == null || till.mayActFor(store);
    }

    public void mustActFor(String store) {
        if (!mayActFor(store)) {
            throw Refusal.of(Code.FORBIDDEN, "/store", "This key does not belong to store " + store + ".");
        }
    }

    /** The member whose token this is. */
    public UUID member() {
        String credential = caller.credential();
        return UUID.fromString(credential.substring(credential.indexOf(':') + 1));
    }

    public boolean isTill() {
        return till != null;
    }

    public boolean has(String role) {
        return till == null && caller.has(role);
    }
}
