package io.regulars.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.regulars.events.Topic;
import io.regulars.local.infrastructure.KafkaBroker;
import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.local.infrastructure.Topics;
import io.regulars.local.process.FreePorts;
import io.regulars.local.process.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A PostgreSQL and a Kafka that tests may stop, cut and put back without troubling their neighbours. */
public final class OwnServers implements QuarkusTestResourceLifecycleManager {

    private static final Path FOLDER = SharedInfrastructure.folder().resolve("own");
    private static final PostgresServer POSTGRES = new PostgresServer(FOLDER.resolve("postgres"), FreePorts.next());
    private static final KafkaBroker KAFKA =
            new KafkaBroker(FOLDER.resolve("kafka"), FreePorts.next(), FreePorts.next());
    private static final int BATCH_HEAD = 12;

    /** For tests with {@code @TestProfile}: their service starts anew on these servers. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OwnServers.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Override
    public Map<String, String> start() {
        Together.run(() -> POSTGRES.start().databases().create("crm"), OwnServers::startKafka);
        return SuiteResource.use(POSTGRES, KAFKA);
    }

    /** Kafka's clients look for classes in the thread's loader first, which is not theirs here. */
    private static void startKafka() {
        Thread.currentThread().setContextClassLoader(Admin.class.getClassLoader());
        KAFKA.start();
        new Topics(SuiteResource.PARTITIONS, 1).create(KAFKA.bootstrapServers());
    }

    @Override
    public void stop() {
        KAFKA.kill();
        POSTGRES.stopImmediately();
    }

    public static PostgresServer postgres() {
        return POSTGRES;
    }

    public static KafkaBroker kafka() {
        return KAFKA;
    }

    /** Copies the files of a PostgreSQL that is down. */
    public static void backUp() {
        run("cp", "-a", data().toString(), FOLDER.resolve("backup").toString());
    }

    /** Puts that copy where the files of a PostgreSQL are that is down. */
    public static void putBack() {
        run("rm", "-r", data().toString());
        run("mv", FOLDER.resolve("backup").toString(), data().toString());
    }

    /** Takes the end of a partition's log away while Kafka is down, as a disk does that lost its last writes. */
    public static void cut(Topic topic, int partition, long before) {
        Path log = FOLDER.resolve("kafka/data/" + topic.topicName() + "-" + partition + "/00000000000000000000.log");
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer head = ByteBuffer.allocate(BATCH_HEAD);
            long place = 0;
            while (channel.read(head.clear(), place) == BATCH_HEAD && head.getLong(0) < before) {
                place += BATCH_HEAD + head.getInt(8);
            }
            channel.truncate(place);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Path data() {
        return FOLDER.resolve("postgres").resolve("data");
    }

    private static void run(String... words) {
        try {
            int code = new ProcessBuilder(words).inheritIO().start().waitFor();
            if (code != 0) throw new IllegalStateException(String.join(" ", words) + ": " + code);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
