package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.ProgrammeVersions;
import io.regulars.loyalty.programme.ProgrammeVersions.Version;
import io.regulars.loyalty.programme.Revision;
import io.regulars.loyalty.programme.terms.VersionRules;
import io.regulars.loyalty.programme.terms.VersionRules.Published;
import io.regulars.loyalty.programme.text.Fault;
import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A second person puts a version into force, now or later. Nothing is judged meanwhile, so none overlooks it. */
@ApplicationScoped
public class PublishProgramme {

    /** What is farther ahead is a slip in the year. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Revision revision;
    private final ProgrammeVersions versions;
    private final AcceptDocument accept;
    private final Clock clock;

    PublishProgramme(Revision revision, ProgrammeVersions versions, AcceptDocument accept, Clock clock) {
        this.revision = revision;
        this.versions = versions;
        this.accept = accept;
        this.clock = clock;
    }

    public record PublishedVersion(
            String programme, int number, String author, String approver, Instant publishedAt, Instant inForceFrom) {}

    /** @param wanted from when on, null for now */
    PublishedVersion publish(Tx tx, String programme, int number, Instant wanted, String approver) {
        revision.alone(tx);
        Instant now = clock.now();
        Instant from = wanted == null ? now : wanted.truncatedTo(ChronoUnit.MICROS);
        Version version = versions.one(tx, programme, number)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "There is no such version of this programme."));
        if (version.withdrawal() != null) {
            throw Refusal.of(Code.CONFLICT, "Version " + number + " was withdrawn. Draft its document anew.");
        }
        List<Published> published = versions.published(tx, programme);
        VersionRules.whyNot(number, from, version.author(), approver, published, now)
                .ifPresent(why -> {
                    throw Refusal.of(Code.CONFLICT, why);
                });
        if (from.isAfter(now.plus(FARTHEST))) {
            throw Refusal.invalid("/inForceFrom", "A version is published a year ahead at most.");
        }
        refuseWhatIsNotKept(tx, version, from, published);
        versions.publish(tx, programme, number, approver, now, from);
        revision.moveOn(tx);
        return new PublishedVersion(programme, number, version.author(), approver, now, from);
    }

    private void refuseWhatIsNotKept(Tx tx, Version version, Instant from, List<Published> published) {
        ProgrammeVersion next = accept.next(tx, version.document(), version.number());
        List<Fault> faults = new ArrayList<>(UnkeptPromises.of(next.document()));
        VersionRules.before(published, from)
                .map(before -> read(tx, version.programme(), before))
                .ifPresent(before -> faults.addAll(SuccessionRules.between(before, next)));
        VersionRules.after(published, from)
                .map(after -> read(tx, version.programme(), after))
                .ifPresent(after -> faults.addAll(SuccessionRules.whatLater(next, after)));
        if (!faults.isEmpty()) throw DocumentAnswers.refusal("This version promises what cannot be kept.", faults);
    }

    private ProgrammeVersion read(Tx tx, String programme, Published published) {
        Version version = versions.one(tx, programme, published.number()).orElseThrow();
        return accept.version(version.document(), version.number());
    }
}
