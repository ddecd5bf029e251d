package io.regulars.crm.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.platform.http.Problem.Flaw;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProfileRulesTest {

    private static final Profile ANA = profile(MonthDay.of(5, 14), Map.of("diet", "vegan", "shoe", "42"));

    @Test
    void what_is_left_out_stays_and_what_is_null_goes() {
        assertEquals(ANA, patched(ANA, "{}"));
        assertEquals(profile(null, ANA.attributes()), patched(ANA, "{'birthday':null}"));
        assertEquals(profile(ANA.birthday(), Map.of("shoe", "42")), patched(ANA, "{'attributes':{'diet':null}}"));
        assertEquals(profile(ANA.birthday(), Map.of()), patched(ANA, "{'attributes':null}"));
        assertEquals(
                "43", patched(ANA, "{'attributes':{'shoe':'43'}}").attributes().get("shoe"));
    }

    @Test
    void a_birthday_is_a_day_of_a_year_and_may_be_patched_by_its_parts() {
        assertEquals(MonthDay.of(5, 15), patched(ANA, "{'birthday':{'day':15}}").birthday());
        assertEquals(MonthDay.of(2, 29), birthday("{'month':2,'day':29}"));
        assertEquals(List.of("/birthday/day"), flaws("{'birthday':{'month':2,'day':30}}"));
        assertEquals(List.of("/birthday/month"), flaws("{'birthday':{'month':13,'day':1}}"));
        assertEquals(List.of("/birthday/month"), flaws("{'birthday':{'month':'5','day':1}}"));
        assertEquals(List.of("/birthday/month"), flaws("{'birthday':{'month':null,'day':1}}"));
        assertEquals(List.of("/birthday"), flaws("{'birthday':'05-14'}"));
        assertNull(patched(ANA, "{'birthday':null}").birthday());
    }

    @Test
    void the_year_has_no_place() {
        assertEquals(List.of("/birthday/year"), flaws("{'birthday':{'year':1990,'month':5,'day':14}}"));
        assertEquals(List.of("/attributes/birthday"), flaws("{'attributes':{'birthday':'1990-05-14'}}"));
    }

    @Test
    void everything_that_is_wrong_is_said_with_its_place() {
        assertEquals(
                List.of("/name", "/attributes/a~1b~0c", "/attributes/long", "/attributes/number", "/attributes/nul"),
                flaws("{'name':'Ana','attributes':{'a/b~c':'x','long':'" + "x".repeat(201)
                        + "','number':1,'nul':'a\\u0000'}}"));
        assertEquals(List.of(""), flaws("[]"));
    }

    @Test
    void there_are_thirty_two_attributes_at_most() {
        Map<String, String> full = new TreeMap<>();
        for (int i = 0; i < 32; i++) full.put("a" + i, "x");
        Profile before = profile(null, full);

        assertEquals(
                "y", patched(before, "{'attributes':{'a1':'y'}}").attributes().get("a1"));
        assertEquals(
                32,
                patched(before, "{'attributes':{'a1':null,'b':'y'}}")
                        .attributes()
                        .size());
        assertThrows(Refusal.class, () -> patched(before, "{'attributes':{'b':'y'}}"));
    }

    @Test
    void only_what_is_marked_is_shared() {
        assertEquals("null []", shared());
        assertEquals("05-14 []", shared("birthday", "Diet"));
        assertEquals("null [Attribute[name=diet, value=vegan]]", shared("diet"));
    }

    private static String shared(String... marked) {
        var fact = SharingRules.shared(new UUID(0, 1), ANA, new TreeSet<>(List.of(marked)), Instant.EPOCH);
        return fact.birthday() + " " + fact.attributes();
    }

    private static MonthDay birthday(String json) {
        return patched(Profile.EMPTY, "{'birthday':" + json + "}").birthday();
    }

    private static List<String> flaws(String json) {
        Refusal refusal = assertThrows(Refusal.class, () -> patched(Profile.EMPTY, json));
        return refusal.problem().errors().stream().map(Flaw::pointer).toList();
    }

    private static Profile patched(Profile before, String json) {
        byte[] patch = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ProfileRules.patched(before, Json.read(patch, JsonNode.class));
    }

    private static Profile profile(MonthDay birthday, Map<String, String> attributes) {
        return new Profile(birthday, new TreeMap<>(attributes));
    }
}
