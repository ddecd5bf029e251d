package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.KillSwitches;
import io.regulars.loyalty.programme.KillSwitches.Turned;
import io.regulars.loyalty.programme.Revision;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** Stops a programme, its spending or one of its rules, or lets it go on. Whatever is judged after that knows. */
@ApplicationScoped
public class TurnSwitch {

    private static final int LONGEST_REASON = 500;
    static final String SAY_WHY = "Say why, in at most " + LONGEST_REASON + " characters.";

    private final Revision revision;
    private final KillSwitches switches;
    private final Clock clock;

    TurnSwitch(Revision revision, KillSwitches switches, Clock clock) {
        this.revision = revision;
        this.switches = switches;
        this.clock = clock;
    }

    /** @param what programme, spending, or rule: and its id */
    public record Wish(String what, Boolean stopped, String reason) {}

    static void check(Wish wish, Rulebook.Programme programme) {
        if (wish == null || wish.what() == null || !isThere(wish.what(), programme)) {
            throw Refusal.invalid("/what", "It is programme, spending, or rule: and the id of one of its rules.");
        }
        if (wish.stopped() == null) throw Refusal.invalid("/stopped", "Say true to stop it, false to let it go on.");
        if (!isReason(wish.reason())) throw Refusal.invalid("/reason", SAY_WHY);
    }

    static boolean isReason(String why) {
        return why != null && !why.isBlank() && why.length() <= LONGEST_REASON && why.indexOf('\0') < 0;
    }

    private static boolean isThere(String what, Rulebook.Programme programme) {
        if (!what.startsWith(KillSwitches.RULE)) {
            return what.equals(KillSwitches.PROGRAMME) || what.equals(KillSwitches.SPENDING);
        }
        String rule = what.substring(KillSwitches.RULE.length());
        return programme.versions().stream()
                .anyMatch(each -> each.version().rule(rule).isPresent());
    }

    Turned turn(Tx tx, String programme, Wish wish, String askedBy) {
        revision.alone(tx);
        Turned act = new Turned(wish.what(), wish.stopped(), wish.reason(), askedBy, clock.now());
        switches.turn(tx, programme, act);
        revision.moveOn(tx);
        return act;
    }
}
