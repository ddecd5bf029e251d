package io.regulars.loyalty.programme.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    @ParameterizedTest
    @CsvSource({
        "coffee, coffee, 0",
        "Coffee, coffee, 0",
        "cofee, coffee, 1",
        "coffees, coffee, 1",
        "coffeé, coffee, 1",
        "kitten, sitting, 3",
        "'', tea, 3",
        "tea, '', 3"
    })
    void slips_are_letters_put_in_taken_out_or_exchanged(String one, String other, int slips) {
        assertEquals(slips, NearestName.slips(one, other));
    }

    @Test
    void the_nearest_is_named_and_of_several_the_first_in_the_alphabet() {
        List<String> sold = List.of("tea", "beans", "toffee", "coffee");
        assertEquals(Optional.of("coffee"), NearestName.to("cofee", sold));
        assertEquals(Optional.of("coffee"), NearestName.to("boffee", sold));
        assertEquals(Optional.of("tea"), NearestName.to("TEA", sold));
    }

    @Test
    void another_word_is_not_named() {
        assertEquals(Optional.empty(), NearestName.to("tobacco", List.of("coffee", "tea")));
        assertEquals(Optional.of("tabac"), NearestName.to("tobac", List.of("tabac")));
        assertEquals(Optional.of("autumn"), NearestName.to("autumn-26", List.of("autumn")));
        assertEquals(Optional.empty(), NearestName.to("autumn-2026", List.of("autumn")));
        assertEquals(Optional.empty(), NearestName.to("tea", List.of()));
    }
}
