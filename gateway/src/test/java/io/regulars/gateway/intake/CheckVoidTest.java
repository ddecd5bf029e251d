package io.regulars.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.gateway.access.Asker;
import io.regulars.gateway.access.Credential;
import io.regulars.gateway.access.Till;
import io.regulars.gateway.routing.Part;
import io.regulars.gateway.routing.Upstream.Answer;
import io.regulars.platform.access.Caller;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose receipt is undone, where it is only named by its id. */
class CheckVoidTest {

    private static final Asker STAFF = new Asker(new Caller("staff:kim", Caller.Kind.STAFF, Set.of()), null, null);

    @Test
    void a_purchase_of_ones_own_store_is_undone() {
        assertEquals("S-001", CheckVoid.storeOf(known("'kind':'purchase','store':'S-001'"), till()));
        assertEquals("S-002", CheckVoid.storeOf(known("'kind':'purchase','store':'S-002'"), STAFF));
        assertNull(CheckVoid.storeOf(known("'kind':'purchase'"), STAFF));
    }

    @Test
    void what_has_not_arrived_may_and_what_is_somebody_elses_looks_the_same() {
        Problem unknown = refused(part(404, "{}"), till());
        assertEquals(Code.NOT_FOUND, unknown.code());
        assertTrue(unknown.retryable());
        assertTrue(unknown.detail().contains("original"));
        assertEquals(unknown, refused(known("'kind':'purchase','store':'S-002'"), till()));
        assertEquals(unknown, refused(known("'kind':'refund','store':'S-002'"), till()));
    }

    @Test
    void what_can_never_be_undone_by_its_id_is_not_worth_repeating() {
        Problem refund = refused(known("'kind':'refund','store':'S-001'"), till());
        assertEquals(Code.INVALID, refund.code());
        assertFalse(refund.retryable());
        Problem whose = refused(known("'kind':'purchase'"), till());
        assertEquals(Code.NOT_FOUND, whose.code());
        assertFalse(whose.retryable());
        assertTrue(whose.detail().contains("original"));
    }

    private static Problem refused(Part known, Asker asker) {
        return assertThrows(Refusal.class, () -> CheckVoid.storeOf(known, asker))
                .problem();
    }

    private static Part known(String members) {
        return part(200, "{" + members.replace('\'', '"') + "}");
    }

    private static Part part(int status, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new Part("crm", new Answer(status, "application/json", body, null, null));
    }

    /** Of S-001 alone. */
    private static Asker till() {
        Set<String> stores = Set.of("S-001");
        Credential credential = new Credential(UUID.randomUUID(), new byte[32], stores, Set.of("record"), false);
        Caller caller = new Caller("store-key:1", Caller.Kind.TILL, Set.of("record"));
        return new Asker(caller, new Till(credential, caller), null);
    }
}
