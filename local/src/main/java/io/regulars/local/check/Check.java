package io.regulars.local.check;

import io.regulars.local.check.count.Conservation;
import io.regulars.local.check.count.Doubled;
import io.regulars.local.check.count.JournalAndTopic;
import io.regulars.local.check.count.Lost;
import io.regulars.local.check.count.OrderAndGaps;
import io.regulars.local.check.count.PersonalData;
import io.regulars.local.check.count.Phantom;
import io.regulars.local.check.count.Stuck;
import io.regulars.local.check.count.TierMismatch;
import io.regulars.local.check.count.Unassessed;
import io.regulars.local.check.count.WhoseReceipt;
import io.regulars.local.check.count.balance.BalanceMismatch;
import io.regulars.local.check.count.chain.HashChain;
import io.regulars.local.check.count.kinship.AliasLoops;
import io.regulars.local.check.count.kinship.TimelineLosses;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.reading.Pulse;
import io.regulars.local.check.reading.Sources;
import io.regulars.local.check.view.ViewsDisagree;
import io.regulars.local.process.Patience;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Holds what the suite says against itself, against what its callers know, and against arithmetic of its own. */
public final class Check {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final List<Function<Evidence, Finding>> COUNTS = List.of(
            Lost::find,
            Doubled::find,
            Phantom::find,
            WhoseReceipt::find,
            Conservation::find,
            HashChain::find,
            BalanceMismatch::find,
            TierMismatch::find,
            OrderAndGaps::find,
            JournalAndTopic::find,
            Unassessed::find,
            ViewsDisagree::find,
            AliasLoops::find,
            TimelineLosses::find,
            Stuck::find,
            PersonalData::find);

    private final Sources sources;
    private final long begun = System.nanoTime();
    private final long end;

    private Check(Sources sources, Duration patience) {
        this.sources = sources;
        this.end = begun + patience.toNanos();
    }

    public static CheckReport run(CheckOptions options) {
        try (Sources sources = new Sources(options)) {
            return new Check(sources, options.patience()).untilQuiet();
        }
    }

    /** All counts over what was read. */
    public static List<Finding> count(Evidence evidence) {
        return COUNTS.stream().map(count -> count.apply(evidence)).toList();
    }

    /** What was looked at. */
    static List<String> notes(Evidence evidence) {
        return Notes.of(evidence);
    }

    /** Reads again as long as something is wrong, something still moves or hangs, and there is time. */
    private CheckReport untilQuiet() {
        while (true) {
            Pulse before = comeToRest();
            CheckReport report = look();
            if (report.clean() || left().isZero()) return report;
            boolean hangs = report.count("stuck") > 0;
            if (!hangs && sources.pulse().equals(before)) return report;
            Patience.until(left(), PAUSE, () -> !sources.pulse().equals(before));
        }
    }

    private Pulse comeToRest() {
        Pulse[] last = {sources.pulse()};
        if (left().isZero()) return last[0];
        Patience.until(left(), PAUSE, () -> {
            Pulse now = sources.pulse();
            boolean quiet = now.equals(last[0]) && now.isCaughtUp();
            last[0] = now;
            return quiet;
        });
        return last[0];
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private CheckReport look() {
        Evidence evidence = sources.read();
        List<Finding> findings = count(evidence);
        return new CheckReport(findings, notes(evidence), Duration.ofNanos(System.nanoTime() - begun));
    }
}
