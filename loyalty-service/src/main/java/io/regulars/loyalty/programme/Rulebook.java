package io.regulars.loyalty.programme;

import io.regulars.loyalty.earning.evaluation.Switches;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All programmes as they are published, and what operations stopped: what facts are judged by, at one revision.
 *
 * @param programmes by id, the installation's own first
 */
public record Rulebook(long revision, Map<String, Programme> programmes) {

    /** One programme: its versions, the first to be in force first, and what of it is stopped. */
    public record Programme(List<InForce> versions, Stopped stopped) {
        public Programme {
            versions = versions.stream()
                    .sorted(Comparator.comparing(InForce::from)
                            .thenComparing(each -> each.version().number()))
                    .toList();
        }
    }

    /** A version, judging what happens from that instant on until the next one does. */
    public record InForce(Instant from, ProgrammeVersion version) {}

    /** @param spending members may not spend their points for now */
    public record Stopped(Switches earning, boolean spending) {
        public static final Stopped NOTHING = new Stopped(Switches.NONE, false);
    }

    public Rulebook {
        programmes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(programmes));
    }

    /** One programme with one version that was always in force. */
    public static Rulebook of(ProgrammeVersion version) {
        InForce always = new InForce(Instant.EPOCH, version);
        return new Rulebook(1, Map.of(version.id(), new Programme(List.of(always), Stopped.NOTHING)));
    }

    /** The version that judges what happened then; before the first one the first one does. */
    public ProgrammeVersion at(String programme, Instant occurredAt) {
        List<InForce> versions = programmes.get(programme).versions();
        InForce latest = latest(versions, occurredAt);
        return (latest == null ? versions.get(0) : latest).version();
    }

    /** Asked for every fact many times over, and nearly always answered by the last one. */
    private static InForce latest(List<InForce> versions, Instant at) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).from().isAfter(at)) return versions.get(i);
        }
        return null;
    }

    /** What is in force at that instant, if anything is; of a programme nobody published nothing is. */
    public Optional<InForce> inForce(String programme, Instant at) {
        Programme known = programmes.get(programme);
        return known == null ? Optional.empty() : Optional.ofNullable(latest(known.versions(), at));
    }

    /** A version by its number, also one that is superseded. */
    public Optional<ProgrammeVersion> version(String programme, int number) {
        return programmes.get(programme).versions().stream()
                .map(InForce::version)
                .filter(version -> version.number() == number)
                .findFirst();
    }

    /** Whether some version judges by what members share. */
    public boolean asksForPerson(String programme) {
        return programmes.get(programme).versions().stream()
                .anyMatch(each -> each.version().asksForPerson());
    }

    public Switches switches(String programme) {
        return programmes.get(programme).stopped().earning();
    }

    public boolean isSpendingStopped(String programme) {
        return programmes.get(programme).stopped().spending();
    }

    /** The programme of those who name none. */
    public String first() {
        return programmes.keySet().iterator().next();
    }
}
