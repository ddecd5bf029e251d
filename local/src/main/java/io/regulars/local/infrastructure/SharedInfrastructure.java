package io.regulars.local.infrastructure;

import io.regulars.local.process.Folders;
import io.regulars.local.process.FreePorts;
import io.regulars.local.process.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;

/** One PostgreSQL and one Kafka for all tests of a JVM, on free ports, started when asked for and gone with it. */
public final class SharedInfrastructure {
    private static final List<Runnable> ENDINGS = new CopyOnWriteArrayList<>();

    private SharedInfrastructure() {}

    /**
     * Starts both at once, with the suite's topics. Kafka's clients look for classes in the thread's loader first, and a
     * test framework may have set another one than theirs.
     */
    public static void start(int partitions) {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(Admin.class.getClassLoader());
        try {
            Together.run(SharedInfrastructure::postgres, SharedInfrastructure::kafka);
            new Topics(partitions, 1).create(kafka().bootstrapServers());
        } finally {
            here.setContextClassLoader(before);
        }
    }

    /** Running, with the four databases and their roles. */
    public static PostgresServer postgres() {
        return Postgres.SERVER;
    }

    /** Running, without topics: {@link Topics} makes them. */
    public static KafkaBroker kafka() {
        return Kafka.BROKER;
    }

    /** A folder with every service's keys. */
    public static Secrets secrets() {
        return Keys.SECRETS;
    }

    /** Scratch space that is deleted when this JVM ends. */
    public static Path folder() {
        return Folder.PATH;
    }

    private static final class Postgres {
        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            PostgresServer server = new PostgresServer(folder().resolve("postgres"), FreePorts.next());
            ENDINGS.add(server::stopImmediately);
            server.start().databases().create();
            return server;
        }
    }

    private static final class Kafka {
        static final KafkaBroker BROKER = start();

        private static KafkaBroker start() {
            KafkaBroker broker = new KafkaBroker(folder().resolve("kafka"), FreePorts.next(), FreePorts.next());
            ENDINGS.add(broker::kill);
            return broker.start();
        }
    }

    private static final class Keys {
        static final Secrets SECRETS = create();

        private static Secrets create() {
            Secrets secrets = new Secrets(folder().resolve("secrets"));
            secrets.create();
            return secrets;
        }
    }

    private static final class Folder {
        static final Path PATH = create();

        private static Path create() {
            try {
                Path folder = Files.createTempDirectory("regulars-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder), "shared-infrastructure-end"));
                return folder;
            } catch (IOException refused) {
                throw new UncheckedIOException("no temporary folder", refused);
            }
        }

        private static void end(Path folder) {
            ENDINGS.forEach(Runnable::run);
            Folders.delete(folder);
        }
    }
}
