package io.regulars.events;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once said can be read for ever: journals and topics keep it. */
class GoldenTest {

    static Stream<Wire.Golden> golden() {
        return Wire.golden();
    }

    @Test
    void every_kind_of_fact_has_a_golden_file_and_every_file_its_kind() {
        Set<String> told = golden().map(Wire.Golden::type).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(Types.all().keySet()), told);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void it_still_reads_and_writes_back_the_same(Wire.Golden golden) {
        assertEquals(golden.json(), Wire.written(golden.event()));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void a_field_nobody_knows_yet_is_ignored_wherever_it_stands(Wire.Golden golden) {
        JsonNode fromTheFuture = golden.json().deepCopy();
        addUnknownTo(fromTheFuture);

        assertEquals(golden.event(), Wire.read(fromTheFuture, golden.kind()));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void it_has_a_subject_and_a_time(Wire.Golden golden) {
        assertTrue(golden.event().subject() != null && golden.event().occurredAt() != null);
    }

    @Test
    void the_golden_files_of_a_kind_together_fill_every_field() {
        assertAll(Types.all().keySet().stream().map(type -> () -> {
            Set<String> filled = new HashSet<>();
            golden().filter(each -> each.type().equals(type)).forEach(each -> paths("", each.json(), filled));
            List<String> missing = new ArrayList<>(SchemaOf.fieldsOf(Types.named(type)));
            missing.removeAll(filled);
            assertEquals(List.of(), missing, type);
        }));
    }

    private static void addUnknownTo(JsonNode node) {
        for (var field : node.properties()) {
            if (!field.getKey().equals("data")) addUnknownTo(field.getValue());
        }
        if (node.isArray()) node.forEach(GoldenTest::addUnknownTo);
        if (node instanceof ObjectNode object) object.putObject("sinceThen").put("more", true);
    }

    private static void paths(String path, JsonNode node, Set<String> found) {
        found.add(path);
        if (node.isArray()) node.forEach(element -> paths(path, element, found));
        node.properties().forEach(field -> paths(path + "/" + field.getKey(), field.getValue(), found));
    }
}
