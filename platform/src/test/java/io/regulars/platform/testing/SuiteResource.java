package io.regulars.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.regulars.local.infrastructure.KafkaBroker;
import io.regulars.local.infrastructure.PostgresServer;
import io.regulars.local.infrastructure.SharedInfrastructure;
import java.util.Map;

/** A real PostgreSQL and a real Kafka under a service's tests, started once per JVM. */
public class SuiteResource implements QuarkusTestResourceLifecycleManager {

    public static final int PARTITIONS = 4;

    @Override
    public Map<String, String> start() {
        SharedInfrastructure.start(PARTITIONS);
        return use(SharedInfrastructure.postgres(), SharedInfrastructure.kafka());
    }

    static Map<String, String> use(PostgresServer postgres, KafkaBroker kafka) {
        Servers.use(postgres, kafka);
        return Map.of(
                "REGULARS_KAFKA", kafka.bootstrapServers(),
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "REGULARS_PARTITIONS", String.valueOf(PARTITIONS),
                "REGULARS_DB_PORT", String.valueOf(postgres.port()),
                "REGULARS_SECRETS", SharedInfrastructure.secrets().folder().toString());
    }

    @Override
    public void stop() {
        // The infrastructure ends with the JVM: other test classes of this module use it too.
    }
}
