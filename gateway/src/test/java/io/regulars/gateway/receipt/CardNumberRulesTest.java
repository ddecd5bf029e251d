package io.regulars.gateway.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardNumberRulesTest {

    @ParameterizedTest
    @CsvSource({
        "4111111111111111, true",
        "paid with 4111 1111 1111 1111 thanks, true",
        "order 12 5555-5555-5555-4444, true",
        "378282246310005, true",
        "4111111111111112, false",
        "receipt 000123 of 2026-11-21, false",
        "1700000000000, false",
        "41111111111111111111111, false",
        "no digits, false"
    })
    void finds_card_numbers_and_nothing_else(String text, boolean found) {
        assertEquals(found, CardNumberRules.holdsCardNumber(text));
    }
}
