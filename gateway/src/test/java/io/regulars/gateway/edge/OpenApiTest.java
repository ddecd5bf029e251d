package io.regulars.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.gateway.testing.GatewaySuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document at /openapi is the one in docs. {@code -Dregulars.write-openapi=true} writes it anew. */
@QuarkusTest
@QuarkusTestResource(GatewaySuite.class)
class OpenApiTest {

    @Test
    void the_contract_that_is_served_is_the_one_that_is_checked_in() throws IOException {
        String served = given().accept("application/yaml")
                .get("/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path document = Path.of(System.getProperty("regulars.home")).resolve("docs/openapi.yaml");
        if (Boolean.getBoolean("regulars.write-openapi")) Files.writeString(document, served);
        assertEquals(Files.readString(document), served);
    }
}
