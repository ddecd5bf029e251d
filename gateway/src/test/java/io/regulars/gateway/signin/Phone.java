package io.regulars.gateway.signin;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Something somebody signs in with, at an address of its own. */
record Phone(String address) {

    static Phone somewhere() {
        return new Phone("2001:db8:" + hex() + ":" + hex() + "::1");
    }

    private static String hex() {
        return Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1_0000));
    }

    Response ask(String email) {
        return post("/v1/auth/code", Map.of("email", email));
    }

    String challenge(String email) {
        return ask(email).then().statusCode(202).extract().path("challenge");
    }

    ValidatableResponse prove(String email, String challenge, String code) {
        return post("/v1/auth/token", Map.of("email", email, "challenge", challenge, "code", code))
                .then();
    }

    Response post(String door, Map<String, String> body) {
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(body)
                .post(door);
    }
}
