package io.regulars.loyalty.programme.publishing;

import static io.regulars.loyalty.programme.publishing.Office.ANA;
import static io.regulars.loyalty.programme.publishing.Office.CLEO;
import static io.regulars.loyalty.programme.publishing.Office.YAML;
import static io.regulars.loyalty.programme.publishing.Office.as;
import static io.regulars.loyalty.programme.publishing.Office.draft;
import static io.regulars.loyalty.programme.publishing.Office.drafts;
import static io.regulars.loyalty.programme.publishing.Office.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.text.DocumentText;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NewInstallation.class)
class DraftingTest {

    @Test
    void everything_that_is_wrong_with_a_document_is_told_with_its_place() {
        drafts(ANA, programme("typo", 1) + "earnings: {}")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body("errors[0].pointer", equalTo("/earnings"))
                .body("errors[0].detail", containsString("Nothing here is called earnings"));
        drafts(ANA, programme("Bad Id", -4))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/id", "/earning/rules/0/gives/points"));
        drafts(ANA, "id: [").then().statusCode(422).body("errors[0].detail", containsString("neither YAML nor JSON"));
        as(ANA).header("Idempotency-Key", "garbled")
                .contentType(YAML)
                .body(new byte[] {'i', 'd', (byte) 0xC3})
                .post("/v1/programmes")
                .then()
                .statusCode(422)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void a_dry_run_says_the_same_and_keeps_nothing() {
        as(ANA).contentType(YAML)
                .body(programme("dry", 1))
                .post("/v1/programmes?dryRun=true")
                .then()
                .statusCode(200)
                .body("programme", equalTo("dry"))
                .body("number", nullValue())
                .body("warnings", hasSize(0));
        as(ANA).contentType(YAML)
                .body(programme("dry", -1))
                .post("/v1/programmes?dryRun=true")
                .then()
                .statusCode(422);
        as(ANA).get("/v1/programmes/dry/versions").then().statusCode(404);
    }

    @Test
    void a_draft_is_kept_once_per_key() {
        String key = UUID.randomUUID().toString();
        drafts(ANA, programme("keyed", 1), key).then().statusCode(201).body("number", equalTo(1));
        drafts(ANA, programme("keyed", 1), key)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("number", equalTo(1));
        drafts(ANA, programme("keyed", 2), key).then().statusCode(422).body("code", equalTo("idempotency_key_reused"));
        as(ANA).contentType(YAML)
                .body(programme("keyed", 2))
                .post("/v1/programmes")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency_key_missing"));
    }

    @Test
    void what_is_exported_is_letter_by_letter_what_was_saved_and_makes_the_same_version_elsewhere() {
        int saved = draft(Cafe.text());
        byte[] bytes = as(CLEO).accept(YAML)
                .get("/v1/programmes/cafe-club/versions/{n}", saved)
                .then()
                .statusCode(200)
                .contentType(containsString(YAML))
                .extract()
                .asByteArray();
        String exported = new String(bytes, StandardCharsets.UTF_8);
        assertEquals(Cafe.text(), exported);
        int imported = draft(exported);
        as(ANA).get("/v1/programmes/cafe-club/versions/{n}/diff?against={m}", imported, saved)
                .then()
                .statusCode(200)
                .body("changes", hasSize(0));
        int asJson = draft(DocumentText.json(Cafe.document()));
        as(ANA).get("/v1/programmes/cafe-club/versions/{n}/diff?against={m}", asJson, saved)
                .then()
                .body("changes", hasSize(0));
    }

    @Test
    void two_versions_differ_where_something_else_is_written() {
        int one = draft(programme("differs", 1));
        int two = draft(programme("differs", 2));
        as(ANA).get("/v1/programmes/differs/versions/{n}/diff?against={m}", two, one)
                .then()
                .statusCode(200)
                .body("changes.pointer", contains("/earning/rules/0/gives/points"))
                .body("changes[0].before", equalTo(1))
                .body("changes[0].after", equalTo(2));
        as(ANA).get("/v1/programmes/differs/versions/{n}/diff?against=99", two)
                .then()
                .statusCode(404);
        as(ANA).get("/v1/programmes/differs/versions/{n}/diff", two).then().statusCode(422);
        as(ANA).get("/v1/programmes/differs/versions?cursor=two").then().statusCode(422);
    }
}
