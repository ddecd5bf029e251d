package io.regulars.gateway.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.GatewaySuite;
import io.regulars.gateway.testing.Operations;
import io.regulars.gateway.testing.Principals;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs docs/authorisation.csv against the running gateway. Nobody stands behind it, so what is allowed may be 503. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class AuthorisationTest {

    private record Row(String operation, String principal, String relation, int expected) {}

    @Test
    void every_row_holds() throws IOException {
        Principals principals = new Principals();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            int status = Operations.call(row.operation(), row.relation(), principals.named(row.principal()));
            boolean allowedButNobodyBehind = status == 503
                    && Operations.asksServices(row.operation())
                    && row.expected() != 401
                    && row.expected() != 403;
            if (status != row.expected() && !allowedButNobodyBehind) wrong.add(row + " answered " + status);
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    @Test
    void every_operation_has_a_row_for_every_principal() throws IOException {
        Set<String> covered = rows().stream()
                .filter(row -> row.relation().equals("own"))
                .map(row -> row.operation() + " by " + row.principal())
                .collect(Collectors.toSet());
        Set<String> lacking = new TreeSet<>();
        for (String operation : operations()) {
            for (String principal : Principals.NAMES) {
                if (!covered.contains(operation + " by " + principal)) lacking.add(operation + " by " + principal);
            }
        }
        assertEquals(Set.of(), lacking);
    }

    private static List<String> operations() {
        JsonPath document =
                given().accept("application/json").get("/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        List<String> operations = paths.values().stream()
                .flatMap(path -> path.values().stream())
                .map(operation -> (String) operation.get("operationId"))
                .toList();
        assertTrue(operations.size() > 15);
        return operations;
    }

    private static List<Row> rows() throws IOException {
        Path table = Path.of(System.getProperty("regulars.home")).resolve("docs/authorisation.csv");
        return Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Row(cells[0], cells[1], cells[2], Integer.parseInt(cells[3])))
                .toList();
    }
}
