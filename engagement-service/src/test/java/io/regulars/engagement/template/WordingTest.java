package io.regulars.engagement.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write into templates ends as text, whatever it is. */
class WordingTest {

    private final Wording wording = new Wording();

    @Test
    void it_names_what_is_known_and_chooses_by_it() {
        assertEquals("gold", rendered("{tier}"));
        assertEquals("many: 25", rendered("{#if balance > 20}many: {balance}{#else}few{/if}"));
        assertEquals("gold member", rendered("{#if tier == 'gold' && balance >= 25}gold member{/if}"));
        assertEquals("gold", rendered("{tier ?: 'none'}"));
        assertEquals("rich", rendered("{balance > 0 ? 'rich' : 'poor'}".replace("balance > 0", "balance")));
    }

    @Test
    void braces_in_plain_text_stay_text() {
        assertEquals("{ a } {}", rendered("{ a } {}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{cdi:database}",
                "{inject:database.toString}",
                "{config:quarkus.datasource.password}",
                "{config:property('quarkus.datasource.password')}",
                "{tier ?: config:password}",
                "{tier.or(inject:database)}",
                "{#if config:secret}x{/if}",
                "{#if balance > inject:it}x{/if}",
                "{tier.class}",
                "{tier.getClass()}",
                "{balance.toString}",
                "{password}",
                "{this}",
                "{data:tier}",
                "{#each tier}x{/each}",
                "{#for i in balance}x{/for}",
                "{#let a=tier}{a}{/let}",
                "{#include welcome /}",
                "{#insert}x{/insert}",
                "{#eval '{tier}' /}",
                "{#fragment id=x}y{/fragment}",
                "{#when tier}{#is gold}x{/when}",
                "{#if tier}",
                "{/if}",
                "{tier"
            })
    void what_is_not_ours_to_say_is_refused(String text) {
        assertThrows(Wording.BadWording.class, () -> wording.read(text));
    }

    @Test
    void a_text_is_neither_endless_nor_bottomless() {
        assertThrows(Wording.BadWording.class, () -> wording.read("x".repeat(8_193)));
        assertThrows(Wording.BadWording.class, () -> wording.read("{#if tier}".repeat(700) + "{/if}".repeat(200)));
        wording.read("{tier}".repeat(1_300));
    }

    @Test
    void values_are_not_read_as_templates() {
        assertEquals(
                "{config:secret}",
                wording.read("{tier}").data("tier", "{config:secret}").render());
    }

    private String rendered(String text) {
        return wording.read(text)
                .data("programme", "regulars")
                .data("tier", "gold")
                .data("balance", 25L)
                .render();
    }
}
