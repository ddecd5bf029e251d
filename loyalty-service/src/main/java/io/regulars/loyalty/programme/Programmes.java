package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.ProgrammeVersions.Stored;
import io.regulars.loyalty.programme.Rulebook.InForce;
import io.regulars.loyalty.programme.Rulebook.Stopped;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The programmes this installation runs, as they are published. They are read again when something of them changed. */
@ApplicationScoped
public class Programmes {

    static final String DOCUMENT = "/programme/default.yaml";
    private static final long OLDEST_NANOS = Duration.ofSeconds(1).toNanos();

    private final Database database;
    private final Revision revision;
    private final ProgrammeVersions versions;
    private final KillSwitches switches;
    private final CompiledVersions compiled;
    private final AtomicReference<Look> latest = new AtomicReference<>();

    Programmes(
            Database database,
            Revision revision,
            ProgrammeVersions versions,
            KillSwitches switches,
            CompiledVersions compiled) {
        this.database = database;
        this.revision = revision;
        this.versions = versions;
        this.switches = switches;
        this.compiled = compiled;
    }

    /** What was found, when. */
    private record Look(Rulebook rulebook, long atNanos) {
        Look later(Look other) {
            return other == null || atNanos - other.atNanos >= 0 ? this : other;
        }
    }

    /**
     * What facts are judged by in this transaction; nothing is published or switched before it ends. To be asked before
     * any customer is locked.
     */
    public Rulebook judging(Tx tx) {
        return look(tx, revision.held(tx));
    }

    /** Holds them as {@link #judging} does; what is asked next sees who is who until the transaction ends. */
    public void hold(Tx tx) {
        revision.hold(tx);
    }

    /** Waits until nobody judges any more and lets nobody begin: who is who may change. */
    public void holdAlone(Tx tx) {
        revision.alone(tx);
    }

    /** What facts are judged by, for who holds it. */
    public Rulebook held(Tx tx) {
        return look(tx, revision.current(tx));
    }

    private Rulebook look(Tx tx, long current) {
        long now = System.nanoTime();
        Look known = latest.get();
        boolean unchanged = known != null && known.rulebook().revision() == current;
        Look look = new Look(unchanged ? known.rulebook() : read(tx, current), now);
        tx.afterCommit(() -> latest.accumulateAndGet(look, (before, after) -> after.later(before)));
        return look.rulebook();
    }

    /** What was published a second ago at the latest, for those who look often. */
    public Rulebook now() {
        Look known = latest.get();
        boolean young = known != null && System.nanoTime() - known.atNanos() <= OLDEST_NANOS;
        return young ? known.rulebook() : current();
    }

    /** What was found is not told any more; whoever looks next asks again. */
    void forget() {
        latest.set(null);
    }

    /** What is published now. Asks in a transaction of its own, so not in one that publishes: it would wait for that. */
    public Rulebook current() {
        return database.untilDone(this::judging);
    }

    public static ProgrammeVersion builtIn(Currency currency, ZoneId zone) {
        return CompileProgramme.from(DocumentText.read(builtIn()), 1, currency, zone);
    }

    static String builtIn() {
        try (InputStream document = Programmes.class.getResourceAsStream(DOCUMENT)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the programme's document cannot be read", unreadable);
        }
    }

    private Rulebook read(Tx tx, long current) {
        Map<String, List<InForce>> inForce = new LinkedHashMap<>();
        for (Stored stored : versions.inForce(tx)) {
            inForce.computeIfAbsent(stored.programme(), first -> new ArrayList<>())
                    .add(new InForce(stored.from(), compiled.of(stored)));
        }
        Map<String, Stopped> stopped = switches.stopped(tx);
        Map<String, Rulebook.Programme> programmes = new LinkedHashMap<>();
        inForce.forEach((id, its) ->
                programmes.put(id, new Rulebook.Programme(its, stopped.getOrDefault(id, Stopped.NOTHING))));
        return new Rulebook(current, programmes);
    }
}
