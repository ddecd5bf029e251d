package io.regulars.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.local.Console;
import io.regulars.local.bench.Applied.Counts;
import io.regulars.local.command.OperatorToken;
import io.regulars.local.process.Patience;
import io.regulars.local.suite.ServiceName;
import io.regulars.local.suite.Suite;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The measurements of {@code ./regulars bench} on a suite that is up. */
final class Bench {

    private static final int CONNECTIONS = 256;

    private final Suite suite;
    private final Console console;
    private final Report report;
    private final int shoppers;
    private final int port;
    private final Processes processes;
    private final Footprint footprint;
    private String storeKey;

    Bench(Suite suite, Console console, Report report, int shoppers) {
        this.suite = suite;
        this.console = console;
        this.report = report;
        this.shoppers = shoppers;
        this.port = suite.options().ports().http(ServiceName.GATEWAY);
        this.processes = new Processes(suite);
        this.footprint = new Footprint(processes, report);
    }

    /** Store key and members; half of the shoppers opt in. */
    void prepare() {
        String token = OperatorToken.signedWith(suite.secrets())
                .mint("bench", List.of("admin", "service"), Duration.ofHours(4));
        URI keys = URI.create(suite.gatewayUrl() + "/v1/store-keys");
        JsonNode made =
                Office.post(keys, token, "{\"stores\":[\"S-001\"],\"scopes\":[\"record\",\"lookup\",\"redeem\"]}");
        storeKey = made.get("key").asText();
        Requests enrolments = new Requests(storeKey, tag(), shoppers);
        console.say("Enrolling %d of %d shoppers.", shoppers / 2, shoppers);
        try (Load load = new Load(port, 32, () -> enrolments.enrolment(token))) {
            Load.Result result = load.run(600, 0, shoppers / 2);
            report.add("enrolments per second (one command each)", result.perSecond());
        }
    }

    /** Single receipts flat out: warm-up, then the window that counts, then how long the backlog takes. */
    double sustained(String label, double warmUp, double seconds) {
        Requests requests = new Requests(storeKey, tag(), shoppers);
        try (Load load = new Load(port, CONNECTIONS, requests::purchase);
                Applied applied = new Applied(suite)) {
            load.run(warmUp, 0);
            long databases = applied.bytesInDatabases();
            long topics = applied.bytesOnTopics();
            Counts before = applied.now();
            Map<String, Double> cpuBefore = processes.cpuSeconds();
            Load.Result result = load.run(seconds, 0);
            Counts after = applied.now();
            Map<String, Double> cpuAfter = processes.cpuSeconds();
            processes.sampleMemory();
            double factsPerPurchase = (double) (after.said() - before.said()) / (after.assessed() - before.assessed());
            double rate = after.purchases(before, factsPerPurchase) / result.seconds();
            report.add(label + ": accepted per second", result.perSecond());
            report.add(label + ": applied in every service per second", rate);
            report.add(label + ": accept p50 / p99 ms", result.latencies());
            report.add(label + ": refused, unavailable", result.refused() + ", " + result.unavailable());
            footprint.cpu(label, cpuBefore, cpuAfter, rate * result.seconds());
            report.add(label + ": backlog drained in s", drain(applied));
            report.add(label + ": database bytes per purchase", (applied.bytesInDatabases() - databases) / result.ok());
            report.add(label + ": topic bytes per purchase", (applied.bytesOnTopics() - topics) / result.ok());
            return rate;
        }
    }

    private static double drain(Applied applied) {
        long begun = System.nanoTime();
        Patience.until(
                Duration.ofMinutes(5),
                Duration.ofMillis(100),
                () -> applied.now().quiet());
        return (System.nanoTime() - begun) / 1e9;
    }

    void batches(double seconds) {
        Requests requests = new Requests(storeKey, tag(), shoppers);
        try (Load load = new Load(port, 8, () -> requests.batch(100));
                Applied applied = new Applied(suite)) {
            Counts before = applied.now();
            Load.Result result = load.run(seconds, 0);
            report.add("batches of 100: accepted receipts per second", result.perSecond() * 100);
            processes.sampleMemory();
            double drained = drain(applied);
            Counts after = applied.now();
            report.add(
                    "batches of 100: applied per second, drain included",
                    (after.assessed() - before.assessed()) / (result.seconds() + drained));
        }
    }

    void waited(double seconds, double perSecond) {
        latency("Prefer: wait at %.0f/s: p50 / p99 ms", Requests::purchaseAwaited, seconds, perSecond);
    }

    void halfLoad(double seconds, double perSecond) {
        latency("accept at half load, %.0f/s: p50 / p99 ms", Requests::purchase, seconds, perSecond);
    }

    private void latency(String label, Function<Requests, byte[]> one, double seconds, double perSecond) {
        Requests requests = new Requests(storeKey, tag(), shoppers);
        try (Load load = new Load(port, CONNECTIONS, () -> one.apply(requests));
                Applied applied = new Applied(suite)) {
            load.run(3, perSecond);
            report.add(label.formatted(perSecond), load.run(seconds, perSecond).latencies());
            drain(applied);
        }
    }

    void limits(double seconds) {
        report.add("limit: Kafka producer alone, records per second", Limits.kafka(suite, seconds));
        report.add("limit: PostgreSQL unnest alone, rows per second", Limits.postgres(suite, seconds));
    }

    void rebuildTimeline() {
        String token = OperatorToken.signedWith(suite.secrets())
                .mint("operator", List.of("operator"), "crm", Duration.ofMinutes(10));
        URI crm = URI.create("http://127.0.0.1:" + suite.options().ports().http(ServiceName.CRM)
                + "/internal/views/timeline/rebuild");
        JsonNode done = Office.post(crm, token, "");
        double perSecond =
                done.get("facts").asLong() * 1000.0 / done.get("millis").asLong();
        processes.sampleMemory();
        report.add("timeline rebuilt: facts per second", perSecond);
        report.add("timeline rebuilt: facts, equal to the live one", done.get("facts") + ", " + done.get("equal"));
    }

    void memory() {
        footprint.memory();
    }

    private static String tag() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
