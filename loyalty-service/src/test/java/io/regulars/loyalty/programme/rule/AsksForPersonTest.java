package io.regulars.loyalty.programme.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.programme.Cafe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What members share is read only where a rule asks for it. */
class AsksForPersonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | when: member.tier == 'member.attributes'",
                "false | occasion: { anniversary: day }",
                "true  | occasion: { birthday: week }",
                "true  | when: member.birthMonth == time.month",
                "true  | when: basket.total > 5 && !(member . birthDay != time.day)",
                "true  | when: \"has(member.attributes.diet)\"",
                "true  | lines: { when: \"line.labels.exists(each, each in member.attributes)\" }"
            })
    void a_version_asks_for_it_when_one_of_its_rules_does(boolean asks, String rule) {
        var version = Cafe.version("""
                format: 1
                id: x
                earning:
                  rules:
                    - id: base
                      gives: { points: 1, per: 1.00 }
                      %s
                """.formatted(rule));
        assertEquals(asks, version.asksForPerson());
    }
}
