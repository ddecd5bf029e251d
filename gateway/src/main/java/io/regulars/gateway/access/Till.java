package io.regulars.gateway.access;

import io.regulars.platform.access.Caller;
import java.security.Principal;
import java.util.Set;

/** Who posts with a store key: a till, a web shop or whatever else holds one. */
public record Till(Credential credential, Caller caller) implements Principal {

    static Till of(Credential credential) {
        Set<String> scopes = Set.copyOf(credential.scopes());
        return new Till(credential, new Caller("store-key:" + credential.id(), Caller.Kind.TILL, scopes));
    }

    @Override
    public String getName() {
        return caller.credential();
    }

    boolean mayActFor(String store) {
        return credential.stores().contains(store);
    }
}
