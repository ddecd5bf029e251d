package io.regulars.local.suite;

import io.regulars.local.Console;
import io.regulars.local.infrastructure.KafkaBroker;
import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.infrastructure.Secrets;
import io.regulars.local.infrastructure.Topics;
import io.regulars.local.process.NotStarted;
import io.regulars.local.process.Part;
import io.regulars.local.process.Together;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything on this machine: PostgreSQL, Kafka, a mail catcher and four services, each a process of its own. */
public final class Suite implements AutoCloseable {
    private final SuiteOptions options;
    private final Console console;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final MailCatcher mail;
    private final Map<ServiceName, ServiceProcess> services = new EnumMap<>(ServiceName.class);
    private final Supervisor supervisor;
    private volatile boolean stopping;
    private boolean claimed;

    public Suite(SuiteOptions options, Console console) {
        this.options = options;
        this.console = console;
        Ports ports = options.ports();
        postgres = new PostgresServer(
                options.data().resolve("postgres"), options.logs().resolve("postgres.log"), ports.postgres());
        kafka = new KafkaBroker(
                options.data().resolve("kafka"),
                options.logs().resolve("kafka.log"),
                ports.kafka(),
                ports.kafkaController(),
                options.fullSpeed() ? KafkaBroker.FULL : KafkaBroker.QUICK);
        mail = new MailCatcher("127.0.0.1", ports.smtp(), ports.mail());
        for (ServiceName name : ServiceName.values()) services.put(name, new ServiceProcess(name, options));
        List<Part> parts = new ArrayList<>(List.of(postgres, kafka));
        parts.addAll(services.values());
        supervisor = new Supervisor(parts, console);
    }

    /** Returns when every service is ready; whatever fails stops the rest. */
    public Suite start() {
        refuseUnbuilt();
        try {
            startInfrastructure();
            startServices();
            supervisor.begin();
            return this;
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void refuseUnbuilt() {
        List<String> unbuilt = services.values().stream()
                .filter(service -> !service.isBuilt())
                .map(ServiceProcess::name)
                .toList();
        if (unbuilt.isEmpty()) return;
        throw new NotStarted(String.join(", ", unbuilt) + " not built yet; run ./mvnw -DskipTests package first.");
    }

    /** PostgreSQL, Kafka, databases, topics, keys and the mail catcher. */
    public void startInfrastructure() {
        RunningSuite.refuseAnother(options.data());
        options.ports().refuseTaken();
        options.installation().keepIn(options.data());
        RunningSuite.claim(options);
        claimed = true;
        console.say("Starting PostgreSQL on port %d and Kafka on port %d.", postgres.port(), kafka.port());
        new Secrets(options.secrets()).create();
        mail.start();
        Together.run(this::startPostgres, this::startKafka);
    }

    private void startPostgres() {
        postgres.start();
        postgres.databases().create();
    }

    private void startKafka() {
        kafka.start();
        new Topics(options.partitions(), 1).create(kafka.bootstrapServers());
    }

    private void startServices() {
        console.say("Starting crm, loyalty, engagement and the gateway.");
        for (ServiceProcess service : services.values()) {
            if (stopping) return;
            service.start();
        }
        for (ServiceProcess service : services.values()) service.awaitReady();
    }

    public SuiteOptions options() {
        return options;
    }

    public ServiceProcess service(ServiceName name) {
        return services.get(name);
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public MailCatcher mail() {
        return mail;
    }

    public Secrets secrets() {
        return new Secrets(options.secrets());
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + options.ports().http(ServiceName.GATEWAY);
    }

    /** Stops callers before those they call; what was never started is passed over. */
    @Override
    public void close() {
        synchronized (this) {
            if (stopping) return;
            stopping = true;
        }
        if (!claimed) return;
        console.say("Stopping.");
        supervisor.end();
        services.get(ServiceName.GATEWAY).stop();
        Together.run(
                services.values().stream().map(each -> (Runnable) each::stop).toArray(Runnable[]::new));
        Together.run(kafka::stop, postgres::stop);
        mail.close();
        RunningSuite.release(options.data());
    }
}
