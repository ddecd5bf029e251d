package io.regulars.gateway.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The store keys in force, in memory, as the {@code credentials} topic tells them: no database is asked at the door. */
@ApplicationScoped
public class KnownKeys {

    private final Map<ByteBuffer, SecurityIdentity> inForce = new ConcurrentHashMap<>();
    private final Map<UUID, Credential> told = new ConcurrentHashMap<>();
    private volatile boolean allKnown;

    void allTold() {
        allKnown = true;
    }

    /** Whether the topic has been read to its end since the start. */
    boolean allKnown() {
        return allKnown;
    }

    /** Who presents this key, or null when it is unknown or revoked. */
    SecurityIdentity holderOf(String secret) {
        return KeySecret.looksLikeOne(secret) ? inForce.get(ByteBuffer.wrap(KeySecret.hash(secret))) : null;
    }

    void tell(Credential credential) {
        if (isRevoked(credential.id())) return;
        Credential before = told.put(credential.id(), credential);
        if (before != null) inForce.remove(ByteBuffer.wrap(before.hash()));
        if (!credential.revoked()) inForce.put(ByteBuffer.wrap(credential.hash()), identity(Till.of(credential)));
    }

    /** What was taken back stays so: the topic may say once more what it said before. */
    private boolean isRevoked(UUID id) {
        Credential known = told.get(id);
        return known != null && known.revoked();
    }

    /** Which of these the topic has not told, or told otherwise. */
    List<Credential> untold(Collection<Credential> all) {
        return all.stream().filter(each -> differs(told.get(each.id()), each)).toList();
    }

    private static boolean differs(Credential told, Credential wanted) {
        if (told != null && told.revoked()) return false;
        return told == null
                || wanted.revoked()
                || !told.stores().equals(wanted.stores())
                || !told.scopes().equals(wanted.scopes());
    }

    private static SecurityIdentity identity(Till till) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(till);
        till.credential().scopes().forEach(scope -> identity.addRole("till:" + scope));
        return identity.build();
    }
}
