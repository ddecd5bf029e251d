package io.regulars.loyalty.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.regulars.loyalty.programme.Cafe;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every row of the known answers is kept by a test or listed with the reason why not. */
class KnownAnswersTest {

    private static final String ROWS = "/known/known_answers.jsonl";

    /** Where the rows come from; who only has the sources compares with the copy. */
    private static final Path ORIGIN = Cafe.HOME.resolve("../shared/data/known_answers.jsonl");

    private static final List<Class<?>> KEPT =
            List.of(EarningAnswersTest.class, PointsAnswersTest.class, TierAnswersTest.class);

    private static final Map<Integer, String> NOT_HERE = Map.ofEntries(
            reason("no transfer can be cancelled by name here: a refund names a purchase, a hold itself", 15),
            reason(
                    "a return without its sale waits for it or takes back by today's base rule, see OrderOfArrivalTest",
                    26),
            reason("rewards and codes are not a part of earning, points and tiers", 36),
            reason("rewards and codes are not a part of earning, points and tiers", 37),
            reason("rewards and codes are not a part of earning, points and tiers", 38),
            reason("discounts are not a part of earning, points and tiers", 39),
            reason("discounts are not a part of earning, points and tiers", 40),
            reason("discounts are not a part of earning, points and tiers", 41),
            reason("discounts are not a part of earning, points and tiers", 42),
            reason("discounts are not a part of earning, points and tiers", 43),
            reason("a budget is drawn on and nothing is put back into it; its races are the database's", 44),
            reason("shares are weights here and always add up to the whole; none can be too many", 46),
            reason("repeats are stopped by the receipt's natural key and the idempotency key", 50),
            reason("repeats are stopped by the receipt's natural key and the idempotency key", 51),
            reason("holds that time out are not a part of earning, points and tiers", 54),
            reason("repeats are stopped by the receipt's natural key and the idempotency key", 55),
            reason("there are no invoices here", 56),
            reason("segments are the crm's", 57),
            reason("segments are the crm's", 58),
            reason("segments are the crm's", 59),
            reason("scores are the crm's", 60),
            reason("identity is the crm's", 61),
            reason("identity is the crm's", 62),
            reason("the value of customers is the crm's", 63),
            reason("the value of customers is the crm's", 64),
            reason("the value of customers is the crm's", 65),
            reason("the value of customers is the crm's", 66),
            reason("the value of customers is the crm's", 67),
            reason("the value of customers is the crm's", 68),
            reason("the value of customers is the crm's", 69),
            reason("the value of customers is the crm's", 70),
            reason("the value of customers is the crm's", 71),
            reason("the value of customers is the crm's", 72),
            reason("the value of customers is the crm's", 73));

    @Test
    void every_row_is_kept_or_listed_and_none_is_both() throws IOException {
        List<JsonNode> rows = rows();
        Map<Integer, String> kept = kept();
        List<Integer> unknown = new ArrayList<>();
        List<Integer> both = new ArrayList<>();
        for (int row = 1; row <= rows.size(); row++) {
            if (!kept.containsKey(row) && !NOT_HERE.containsKey(row)) unknown.add(row);
            if (kept.containsKey(row) && NOT_HERE.containsKey(row)) both.add(row);
        }
        assertEquals(List.of(), unknown, "write a test that cites the row, or say here why there is none");
        assertEquals(List.of(), both, "a row that is kept needs no reason");
    }

    @Test
    void every_test_cites_a_row_that_says_what_the_test_says() throws IOException {
        List<JsonNode> rows = rows();
        kept().forEach((row, then) -> {
            String says = rows.get(row - 1).get("then").asText();
            assertTrue(says.contains(then), () -> "row " + row + " says " + says);
        });
    }

    @Test
    void the_copy_is_what_is_handed_around() throws IOException {
        assumeTrue(Files.exists(ORIGIN), "nothing to compare the copy with");
        assertEquals(Files.readString(ORIGIN), text());
    }

    private static List<JsonNode> rows() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : text().lines().toList()) rows.add(new ObjectMapper().readTree(line));
        return rows;
    }

    private static String text() throws IOException {
        try (InputStream rows = KnownAnswersTest.class.getResourceAsStream(ROWS)) {
            return new String(rows.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<Integer, String> kept() {
        Map<Integer, String> kept = new TreeMap<>();
        for (Class<?> tests : KEPT) {
            for (Method method : tests.getDeclaredMethods()) {
                KnownAnswer answer = method.getAnnotation(KnownAnswer.class);
                if (method.isAnnotationPresent(Test.class)) kept.put(answer.row(), answer.then());
            }
        }
        return kept;
    }

    private static Map.Entry<Integer, String> reason(String why, int row) {
        return Map.entry(row, why);
    }
}
