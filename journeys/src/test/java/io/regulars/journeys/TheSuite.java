package io.regulars.journeys;

import static io.restassured.RestAssured.given;

import io.regulars.local.Console;
import io.regulars.local.command.OperatorToken;
import io.regulars.local.process.Folders;
import io.regulars.local.suite.Ports;
import io.regulars.local.suite.Suite;
import io.regulars.local.suite.SuiteOptions;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The whole suite, four real processes on PostgreSQL and Kafka, started once for all journeys of this JVM. */
final class TheSuite {

    /** Held by who makes all of it busy: side by side they would mostly wait for each other's starts. */
    static final String MACHINE = "the machine";

    static final Suite SUITE = start();

    private TheSuite() {}

    private static Suite start() {
        try {
            Path data = Files.createTempDirectory("regulars-journeys-");
            Suite suite = new Suite(SuiteOptions.in(data).on(Ports.free()), Console.terminal());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                suite.close();
                Folders.delete(data);
            }));
            return suite.start();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static String staff(String... roles) {
        return OperatorToken.signedWith(SUITE.secrets()).mint("journey", List.of(roles), Duration.ofHours(1));
    }

    static RequestSpecification anybody() {
        return given().baseUri(SUITE.gatewayUrl()).contentType("application/json");
    }

    static RequestSpecification as(String credential) {
        return anybody().header("Authorization", "Bearer " + credential);
    }
}
