package io.regulars.loyalty.programme.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.programme.Cafe;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

    @Test
    void what_is_written_reads_the_same_again() {
        ProgrammeDocument cafe = Cafe.document();
        assertEquals(cafe, DocumentText.read(DocumentText.yaml(cafe)));
        assertEquals(cafe, DocumentText.read(DocumentText.json(cafe)));
        assertEquals(DocumentText.yaml(cafe), DocumentText.yaml(DocumentText.read(DocumentText.yaml(cafe))));
    }

    @Test
    void a_word_nobody_knows_is_refused_with_its_place_and_the_words_there_are() {
        assertRefused(Cafe.changed("lateGrace:", "lateGrcae:"), "/earning/lateGrcae", "lateGrace");
    }

    @Test
    void a_choice_that_is_none_is_refused_with_the_choices() {
        assertRefused(Cafe.changed("mode: floor", "mode: up"), "/earning/rounding/mode", "floor, halfUp, ceiling");
    }

    @Test
    void what_is_no_number_no_time_or_no_zone_is_refused() {
        assertRefused(
                Cafe.changed("maxBalance: 100000", "maxBalance: many"),
                "/wallets/0/maxBalance",
                "It is a whole number.");
        assertRefused(
                Cafe.changed("maxBalance: 100000", "maxBalance: 1.5"),
                "/wallets/0/maxBalance",
                "it is a whole number.");
        assertRefused(Cafe.changed("lateGrace: P14D", "lateGrace: two weeks"), "/earning/lateGrace", "two weeks");
        assertRefused(Cafe.changed("after: P14D", "after: soon"), "/wallets/0/pending/after", "");
        assertRefused(Cafe.changed("[\"12-31\"]", "[\"31.12.\"]"), "/wallets/1/expiry/dates/0", "12-31");
        assertRefused(
                Cafe.changed("maxBalance: 100000", "maxBalance: " + "9".repeat(30)),
                "/wallets/0/maxBalance",
                "too large");
        assertRefused(Cafe.changed("maxBalance: 100000", "maxBalance: [1]"), "/wallets/0/maxBalance", "a whole number");
        assertRefused(Cafe.changed("place: { channels", "place: [1] #"), "/earning/rules/3/place", "words of its own");
        assertRefused(Cafe.changed("Europe/Berlin", "Europe/Atlantis"), "/zone", "Europe/Atlantis");
    }

    @Test
    void a_word_with_nothing_behind_it_is_refused() {
        assertRefused(Cafe.changed("lateGrace: P14D", "lateGrace:"), "/earning/lateGrace", "leave the word out");
    }

    @Test
    void a_word_that_stands_there_twice_is_refused() {
        assertRefused(Cafe.changed("kind: club\n", "kind: club\nkind: club\n"), "", "kind");
    }

    @Test
    void what_is_needed_and_missing_is_refused() {
        assertRefused(Cafe.changed("id: cafe-club\n", ""), "/id", "It is required.");
    }

    @Test
    void what_is_no_document_at_all_is_refused() {
        assertRefused("", "", "not a programme");
        assertRefused("- a\n- b\n", "", "not a programme");
        assertRefused("{\"id\": ", "", "neither YAML nor JSON");
        assertRefused("{[", "", "Expected a field name. (line 1, column 3)");
        assertRefused("x".repeat(DocumentText.LONGEST + 1), "", "256 KiB");
    }

    private static void assertRefused(String text, String pointer, String says) {
        UnacceptableDocument refused =
                assertThrows(UnacceptableDocument.class, () -> DocumentText.read(text), () -> text);
        assertEquals(pointer, refused.faults().get(0).pointer(), refused::getMessage);
        assertTrue(refused.getMessage().contains(says), refused::getMessage);
    }
}
