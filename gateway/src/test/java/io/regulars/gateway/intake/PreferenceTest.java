package io.regulars.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=2 | 2", "wait=0 | 0", "wait=60 | 5", "respond-async, wait=3 | 3", "wait=\"4\" | 4",
                        "wait = 1; x | 1",
                "wait=x | 0", "await=2 | 0", "wait=-1 | 0", "wait=2x | 0", "wait | 0", "'' | 0"
            })
    void waits_as_long_as_asked_and_no_longer_than_five_seconds(String prefer, long seconds) {
        assertEquals(seconds, Preference.wait(prefer).toSeconds());
    }

    @Test
    void nothing_asked_is_nothing_waited() {
        assertEquals(0, Preference.wait(null).toSeconds());
        assertEquals(0, Preference.wait("wait=1" + " ".repeat(500)).toSeconds());
    }
}
