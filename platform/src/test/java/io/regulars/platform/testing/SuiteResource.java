package io.regulars.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.local.infrastructure.Topics;
import java.util.Map;

/** A real PostgreSQL and a real Kafka under a service's tests, started once per JVM. */
public class SuiteResource implements QuarkusTestResourceLifecycleManager {

    public static final int PARTITIONS = 4;

    /** Kafka's clients look for classes in the thread's loader first, which here need not be the one they come from. */
    @Override
    public Map<String, String> start() {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(SuiteResource.class.getClassLoader());
        try {
            return infrastructure();
        } finally {
            here.setContextClassLoader(before);
        }
    }

    private static Map<String, String> infrastructure() {
        SharedInfrastructure.start();
        String kafka = SharedInfrastructure.kafka().bootstrapServers();
        new Topics(PARTITIONS, 1).create(kafka);
        return Map.of(
                "REGULARS_KAFKA", kafka,
                "kafka.bootstrap.servers", kafka,
                "REGULARS_PARTITIONS", String.valueOf(PARTITIONS),
                "REGULARS_DB_PORT", String.valueOf(SharedInfrastructure.postgres().port()),
                "REGULARS_SECRETS", SharedInfrastructure.secrets().folder().toString());
    }

    @Override
    public void stop() {
        // The infrastructure ends with the JVM: other test classes of this module use it too.
    }
}
