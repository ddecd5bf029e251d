package io.regulars.loyalty.programme.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.text.Difference.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void nothing_changed_between_a_document_and_itself_with_its_defaults_written() {
        assertEquals(List.of(), changes(DocumentText.yaml(Cafe.document())));
    }

    @Test
    void a_changed_value_is_told_by_its_pointer() {
        List<Change> changes = changes(Cafe.changed("points: 4, per: 1.00", "points: 5, per: 1.00"));
        assertEquals(1, changes.size());
        assertEquals("/earning/rules/0/gives/points", changes.get(0).pointer());
        assertEquals(4, changes.get(0).before().asLong());
        assertEquals(5, changes.get(0).after().asLong());
    }

    @Test
    void money_written_with_more_digits_is_the_same() {
        assertEquals(List.of(), changes(Cafe.changed("points: 4, per: 1.00", "points: 4, per: 1")));
    }

    @Test
    void a_rule_that_is_taken_away_is_one_change_and_moves_no_other() {
        List<Change> changes =
                changes(Cafe.changed("    - id: welcome\n      trigger: signUp\n      gives: { fixed: 500 }\n", ""));
        assertEquals(
                List.of("/earning/rules/8"),
                changes.stream().map(Change::pointer).toList());
        assertEquals(null, changes.get(0).after());
    }

    @Test
    void a_rule_that_is_added_stands_where_it_is_now() {
        String added = "  rules:\n    - { id: extra, gives: { fixed: 1 } }\n";
        List<Change> changes = changes(Cafe.changed("  rules:\n", added));
        assertEquals(
                List.of("/earning/rules/0"),
                changes.stream().map(Change::pointer).toList());
        assertEquals(null, changes.get(0).before());
    }

    @Test
    void another_order_is_a_change_because_it_breaks_ties() {
        String swapped = Cafe.changed(
                        "    - { id: friend, threshold: 300, multiply: 1.5 }\n    - { id: family,",
                        "    - { id: family2, threshold: 300, multiply: 1.5 }\n    - { id: friend,")
                .replace("family2", "family-too");
        List<Change> changes = changes(swapped.replace("family-too", "family"));
        assertEquals("/tiers/levels", changes.get(changes.size() - 1).pointer());
    }

    private static List<Change> changes(String after) {
        return Difference.between(Cafe.document(), DocumentText.read(after));
    }
}
