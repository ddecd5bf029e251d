package io.regulars.local.check.history;

import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Versions;
import io.regulars.local.check.evidence.Versions.Version;
import io.regulars.local.check.programme.ProgrammeReader;
import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The programme of a history: the one that is built in, and from some instant on one with pending points and stamps. */
public final class SmallProgramme {
    public static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    static final int PENDING_DAYS = 3;
    static final int DAYS = 60;

    private static final Instant ALWAYS = Instant.parse("2020-01-01T00:00:00Z");
    private static final String PLAIN = builtIn();
    private static final String DATED = """
            format: 1
            id: regulars
            wallets:
              - { id: points, pending: { kind: after, after: P3D }, expiry: { kind: rolling, after: P60D, until: instant } }
              - { id: stamps }
            earning:
              rules:
                - { id: base, gives: { points: 1, per: 1, of: receipt } }
                - { id: stamp, wallet: stamps, gives: { fixed: 2 }, limits: { cap: { points: 1, per: day } } }
            tiers:
              basis: netSpend
              window: { kind: rolling, length: P12M }
              levels:
                - { id: bronze, threshold: 0 }
                - { id: silver, threshold: 500.00 }
                - { id: gold, threshold: 2000.00 }
            """;
    private static final Versions ONE = versions(List.of(new Text(1, ALWAYS, PLAIN)));

    /** A version as it is stored. */
    record Text(int number, Instant from, String document) {}

    private Instant datedFrom = Instant.MAX;
    private Versions versions = ONE;

    private static String builtIn() {
        try {
            return Files.readString(
                    ProjectRoot.find().resolve("loyalty-service/src/main/resources/programme/default.yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static ProgrammeReader reader() {
        return new ProgrammeReader("USD", ZONE.getId());
    }

    void publish(Instant from) {
        datedFrom = from;
        versions = versions(texts());
    }

    int versionAt(Instant occurredAt) {
        return occurredAt.isBefore(datedFrom) ? 1 : 2;
    }

    List<Text> texts() {
        List<Text> texts = new ArrayList<>(List.of(new Text(1, ALWAYS, PLAIN)));
        if (datedFrom != Instant.MAX) texts.add(new Text(2, datedFrom, DATED));
        return texts;
    }

    Versions versions() {
        return versions;
    }

    private static Versions versions(List<Text> texts) {
        return new Versions(texts.stream()
                .map(each -> {
                    long from = Micros.of(each.from());
                    return new Version(each.number(), from, from, reader().read(each.document()));
                })
                .toList());
    }
}
