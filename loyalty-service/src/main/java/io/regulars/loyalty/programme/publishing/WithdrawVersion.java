package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.ProgrammeVersions;
import io.regulars.loyalty.programme.ProgrammeVersions.Withdrawal;
import io.regulars.loyalty.programme.Revision;
import io.regulars.loyalty.programme.terms.VersionRules;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes back a version that was published and has not begun. What is in force then goes on, as two had agreed before. */
@ApplicationScoped
public class WithdrawVersion {

    private final Revision revision;
    private final ProgrammeVersions versions;
    private final Clock clock;

    WithdrawVersion(Revision revision, ProgrammeVersions versions, Clock clock) {
        this.revision = revision;
        this.versions = versions;
        this.clock = clock;
    }

    public record WithdrawnVersion(String programme, int number, Instant inForceFrom, Withdrawal withdrawal) {}

    WithdrawnVersion withdraw(Tx tx, String programme, int number, String why, String askedBy) {
        revision.alone(tx);
        Instant now = clock.now();
        ProgrammeVersions.Version version = versions.one(tx, programme, number).orElseThrow(VersionsView::unknown);
        if (version.withdrawal() != null)
            throw Refusal.of(Code.CONFLICT, "Version " + number + " was withdrawn before.");
        VersionRules.whyNotWithdrawn(number, versions.published(tx, programme), now)
                .ifPresent(whyNot -> {
                    throw Refusal.of(Code.CONFLICT, whyNot);
                });
        Withdrawal withdrawal = new Withdrawal(askedBy, now, why);
        versions.withdraw(tx, programme, number, withdrawal);
        revision.moveOn(tx);
        return new WithdrawnVersion(programme, number, version.inForceFrom(), withdrawal);
    }
}
