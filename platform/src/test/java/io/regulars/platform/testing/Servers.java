package io.regulars.platform.testing;

import io.regulars.local.infrastructure.KafkaBroker;
import io.regulars.local.infrastructure.PostgresServer;

/** Which servers lie under the tests that run now: the shared ones, or those a test has for itself. */
final class Servers {

    private static final String KAFKA = "regulars.testing.kafka";
    private static final String POSTGRES = "regulars.testing.postgres";

    private Servers() {}

    /** Kept where every class loader finds it. */
    static void use(PostgresServer postgres, KafkaBroker kafka) {
        System.setProperty(POSTGRES, postgres.jdbcUrl("crm"));
        System.setProperty(KAFKA, kafka.bootstrapServers());
    }

    static String kafka() {
        return System.getProperty(KAFKA);
    }

    static String crmDatabase() {
        return System.getProperty(POSTGRES);
    }
}
