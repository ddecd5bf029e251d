package io.regulars.local.infrastructure;

import io.regulars.local.process.ChildProcess;
import io.regulars.local.process.FreePorts;
import io.regulars.local.process.JvmWords;
import io.regulars.local.process.Launch;
import io.regulars.local.process.NotStarted;
import io.regulars.local.process.Part;
import io.regulars.local.process.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;

/** A real Kafka broker with its own KRaft controller on loopback, in a process of its own, that keeps its data. */
public final class KafkaBroker extends Part implements AutoCloseable {
    public static final List<String> QUICK = words("-Xmx384m", JvmWords.COMPILE_QUICKLY);
    public static final List<String> FULL = words("-Xmx512m", JvmWords.COMPILE_FULLY);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path folder;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private final List<String> jvmOptions;

    public KafkaBroker(Path folder, int port, int controllerPort) {
        this(folder, folder.resolve("kafka.log"), port, controllerPort, QUICK);
    }

    public KafkaBroker(Path folder, Path log, int port, int controllerPort, List<String> jvmOptions) {
        this.folder = folder.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    private static List<String> words(String memory, List<String> compiling) {
        return Stream.concat(Stream.of(memory, "-XX:+UseSerialGC"), compiling.stream())
                .toList();
    }

    public synchronized KafkaBroker start() {
        want();
        if (isRunning()) return this;
        BrokerProgram program = new BrokerProgram();
        Path configuration = program.configure(folder, data(), port, controllerPort);
        if (!Files.exists(data().resolve("meta.properties"))) format(program, configuration);
        List<String> options = new ArrayList<>(jvmOptions);
        options.addAll(program.archiving());
        options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        ChildProcess process =
                runAs(start(program.words(options, "kafka.Kafka", List.of(configuration.toString())), log));
        if (!answers(process) || !process.isAlive()) {
            process.kill();
            throw new NotStarted("Kafka did not start on port " + port + "; it said:\n" + process.lastWords());
        }
        return this;
    }

    private void format(BrokerProgram program, Path configuration) {
        List<String> format = List.of("format", "-t", Uuid.randomUuid().toString(), "-c", configuration.toString());
        ChildProcess tool =
                start(program.words(QUICK, "kafka.tools.StorageTool", format), log.resolveSibling("kafka-format.log"));
        if (tool.exit().join() != 0) throw new NotStarted("Kafka's storage was not formatted:\n" + tool.lastWords());
    }

    private ChildProcess start(List<String> words, Path output) {
        return ChildProcess.start(new Launch("Kafka", words, Map.of(), folder, output));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private boolean answers(ChildProcess process) {
        Patience.until(PATIENCE, PAUSE, () -> !process.isAlive() || FreePorts.isListening(port));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            return Patience.until(PATIENCE, PAUSE, () -> !process.isAlive() || hasNode(admin, process));
        }
    }

    /** A broker that is not ready keeps the question until it is, so it is asked once and not in a loop. */
    private static boolean hasNode(Admin admin, ChildProcess process) {
        CompletableFuture<Collection<Node>> nodes =
                admin.describeCluster().nodes().toCompletionStage().toCompletableFuture();
        Patience.until(PATIENCE, PAUSE, () -> nodes.isDone() || !process.isAlive());
        return nodes.isDone()
                && !nodes.isCompletedExceptionally()
                && !nodes.join().isEmpty();
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public void revive() {
        start();
    }

    public synchronized void kill() {
        end(ChildProcess::kill);
    }

    public synchronized void stop() {
        end(process -> {
            process.stop(Duration.ofSeconds(30));
            new BrokerProgram().keepArchive();
        });
    }

    @Override
    public void close() {
        stop();
    }
}
