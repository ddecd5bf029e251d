package io.regulars.gateway.signin;

import io.regulars.gateway.receipt.Flaws;
import io.regulars.gateway.receipt.TextRules;
import io.regulars.gateway.signin.SignInResource.Address;
import io.regulars.gateway.signin.SignInResource.Proof;
import io.regulars.gateway.signin.SignInResource.Renewal;

/** What a sign-in has to say. */
final class SignInRules {

    private SignInRules() {}

    static void address(Flaws flaws, Address address) {
        email(flaws, address.email());
    }

    static void proof(Flaws flaws, Proof proof) {
        email(flaws, proof.email());
        flaws.check(proof.challenge() == null ? "is required" : TextRules.text(proof.challenge(), 100), "/challenge");
        flaws.check(proof.code() == null ? "is required" : TextRules.text(proof.code(), 16), "/code");
    }

    static void renewal(Flaws flaws, Renewal renewal) {
        String token = renewal.refreshToken();
        flaws.check(token == null ? "is required" : TextRules.text(token, 100), "/refreshToken");
    }

    private static void email(Flaws flaws, String email) {
        flaws.check(email == null ? "is required" : TextRules.email(email), "/email");
    }
}
