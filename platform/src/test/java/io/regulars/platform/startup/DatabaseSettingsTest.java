package io.regulars.platform.startup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.local.infrastructure.SharedInfrastructure;
import io.regulars.platform.database.OtherDatabase;
import io.regulars.platform.startup.DatabaseSettings.UnsafeDatabase;
import io.regulars.platform.testing.DatabaseOperator;
import io.regulars.platform.testing.SuiteResource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service does not start on a database that may forget what it acknowledged. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class DatabaseSettingsTest {

    @Test
    void a_server_with_fsync_off_is_refused() throws IOException {
        try (EmbeddedPostgres careless = startCareless()) {
            String refusal = refusal("postgresql://postgres:postgres@localhost:" + careless.getPort() + "/postgres");
            assertTrue(refusal.startsWith("PostgreSQL runs with fsync = off"), refusal);
        }
    }

    @Test
    void a_role_that_does_not_wait_for_its_commits_is_refused() {
        DatabaseOperator.run("alter role crm set synchronous_commit = off");
        try {
            String refusal = refusal(own());
            assertTrue(refusal.startsWith("PostgreSQL runs with synchronous_commit = off"), refusal);
        } finally {
            DatabaseOperator.run("alter role crm reset synchronous_commit");
        }
    }

    @Test
    void a_server_that_keeps_its_word_is_accepted() {
        try (OtherDatabase own = OtherDatabase.at(own())) {
            assertDoesNotThrow(() -> new DatabaseSettings(own.database(), true).atStart(new StartupEvent()));
        }
    }

    @ParameterizedTest
    @CsvSource({"fsync, off", "full_page_writes, off", "synchronous_commit, off", "synchronous_commit, local"})
    void each_careless_setting_is_refused(String name, String setting) {
        assertThrows(UnsafeDatabase.class, () -> DatabaseSettings.check(name, setting));
    }

    private static String refusal(String uri) {
        try (OtherDatabase other = OtherDatabase.at(uri)) {
            DatabaseSettings settings = new DatabaseSettings(other.database(), true);
            return assertThrows(UnsafeDatabase.class, () -> settings.atStart(new StartupEvent()))
                    .getMessage();
        }
    }

    /** The embedded binaries' own launcher promises nothing about durability unless told to. */
    private static EmbeddedPostgres startCareless() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException | RuntimeException unable) {
            return abort("this machine does not start a second PostgreSQL: " + unable.getMessage());
        }
    }

    private static String own() {
        return "postgresql://crm:regulars@127.0.0.1:"
                + SharedInfrastructure.postgres().port() + "/crm";
    }
}
