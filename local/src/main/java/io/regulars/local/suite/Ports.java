package io.regulars.local.suite;

import io.regulars.local.process.FreePorts;
import io.regulars.local.process.NotStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;

/** Where everything listens, all of it on loopback. */
public final class Ports {
    /** @param option the one that moves this port */
    public record Taken(String whose, int port, String option) {}

    @Option(names = "--gateway-port", defaultValue = "8080", description = "Port of the gateway (${DEFAULT-VALUE}).")
    private int gateway = 8080;

    @Option(names = "--crm-port", defaultValue = "8081", description = "Port of crm-service (${DEFAULT-VALUE}).")
    private int crm = 8081;

    @Option(
            names = "--loyalty-port",
            defaultValue = "8082",
            description = "Port of loyalty-service (${DEFAULT-VALUE}).")
    private int loyalty = 8082;

    @Option(
            names = "--engagement-port",
            defaultValue = "8083",
            description = "Port of engagement-service (${DEFAULT-VALUE}).")
    private int engagement = 8083;

    @Option(names = "--postgres-port", defaultValue = "5433", description = "PostgreSQL's port (${DEFAULT-VALUE}).")
    private int postgres = 5433;

    @Option(
            names = "--kafka-port",
            defaultValue = "9093",
            description = "Kafka's port, its controller's is the next (${DEFAULT-VALUE}).")
    private int kafka = 9093;

    @Option(names = "--mail-port", defaultValue = "8025", description = "Page of the mail catcher (${DEFAULT-VALUE}).")
    private int mail = 8025;

    @Option(
            names = "--smtp-port",
            defaultValue = "2525",
            description = "SMTP port of the mail catcher (${DEFAULT-VALUE}).")
    private int smtp = 2525;

    @Option(names = "--port-offset", defaultValue = "0", description = "Moves every port by so much.")
    private int offset;

    public static Ports movedBy(int offset) {
        Ports ports = new Ports();
        ports.offset = offset;
        return ports;
    }

    /** Ports nobody listens on, below those the system hands to clients. */
    public static Ports free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            Ports ports = movedBy(RandomGenerator.getDefault().nextInt(1_000, 22_000));
            if (ports.taken().isEmpty()) return ports;
        }
        throw new NotStarted("No range of free ports was found on this machine.");
    }

    public int http(ServiceName service) {
        return offset
                + switch (service) {
                    case GATEWAY -> gateway;
                    case CRM -> crm;
                    case LOYALTY -> loyalty;
                    case ENGAGEMENT -> engagement;
                };
    }

    public int management(ServiceName service) {
        return http(service) + 1000;
    }

    public int postgres() {
        return postgres + offset;
    }

    public int kafka() {
        return kafka + offset;
    }

    public int kafkaController() {
        return kafka() + 1;
    }

    public int mail() {
        return mail + offset;
    }

    public int smtp() {
        return smtp + offset;
    }

    /** Every port of the suite that somebody else listens on. */
    public List<Taken> taken() {
        return all().stream().filter(each -> !FreePorts.isFree(each.port())).toList();
    }

    public List<Taken> all() {
        List<Taken> all = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            String option = "--" + service.key() + "-port";
            all.add(new Taken(service.module(), http(service), option));
            all.add(new Taken("health and metrics of " + service.module(), management(service), option));
        }
        all.add(new Taken("PostgreSQL", postgres(), "--postgres-port"));
        all.add(new Taken("Kafka", kafka(), "--kafka-port"));
        all.add(new Taken("Kafka's controller", kafkaController(), "--kafka-port"));
        all.add(new Taken("the mail catcher's page", mail(), "--mail-port"));
        all.add(new Taken("the mail catcher", smtp(), "--smtp-port"));
        return all;
    }

    /** Refuses in one sentence, naming the option that helps. */
    public void refuseTaken() {
        List<Taken> taken = taken();
        if (taken.isEmpty()) return;
        Taken first = taken.get(0);
        String others = taken.size() == 1 ? "" : ", and so are " + (taken.size() - 1) + " more";
        throw new NotStarted(
                "Port %d, wanted for %s, is taken%s; choose another with %s, or move all with --port-offset."
                        .formatted(first.port(), first.whose(), others, first.option()));
    }
}
