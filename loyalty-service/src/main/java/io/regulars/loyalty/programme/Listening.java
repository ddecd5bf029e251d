package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.Rulebook.InForce;
import io.regulars.loyalty.programme.Rulebook.Programme;
import io.regulars.loyalty.programme.document.Deeds;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.util.HashSet;
import java.util.Set;

/**
 * What programmes want to hear of beside purchases, in any of their versions; the rest passes by.
 *
 * @param triggers what sets rules off
 * @param events what points wait for
 * @param activities what puts off an end
 */
public record Listening(Set<String> triggers, Set<String> events, Set<String> activities) {

    public static Listening of(Rulebook rules) {
        Listening to = new Listening(new HashSet<>(), new HashSet<>(), new HashSet<>());
        rules.programmes().values().forEach(to::listen);
        return to;
    }

    /** What one of them wants to hear of. */
    public static Listening of(Programme programme) {
        Listening to = new Listening(new HashSet<>(), new HashSet<>(), new HashSet<>());
        to.listen(programme);
        return to;
    }

    private void listen(Programme programme) {
        for (InForce each : programme.versions()) listen(each.version().document());
    }

    /** Whether anything becomes of a contact of that name. */
    public boolean to(String name) {
        return triggers.contains(name) || events.contains(name) || activities.contains(name);
    }

    private void listen(ProgrammeDocument document) {
        for (WalletPolicy wallet : document.wallets()) listen(wallet.pending(), wallet.expiry());
        if (document.tiers() != null) {
            for (TierPolicy.Level level : document.tiers().levels()) listen(null, level.expiry());
        }
        for (EarningRule rule : document.earning().rules()) {
            if (Deeds.setsOff(rule.trigger())) triggers.add(rule.trigger());
            listen(rule.pending(), rule.expiry());
        }
    }

    private void listen(PendingPolicy pending, ExpiryPolicy expiry) {
        if (pending != null && pending.kind() == PendingPolicy.Kind.EVENT) events.add(pending.event());
        if (expiry != null && expiry.kind() == ExpiryPolicy.Kind.INACTIVITY) activities.addAll(expiry.activities());
    }
}
