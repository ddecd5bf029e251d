package io.regulars.engagement.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryRulesTest {

    @Test
    void the_pause_doubles_up_to_an_hour() {
        assertEquals(Optional.of(Duration.ofSeconds(1)), RetryRules.afterFailures(1));
        assertEquals(Optional.of(Duration.ofSeconds(2)), RetryRules.afterFailures(2));
        assertEquals(Optional.of(Duration.ofSeconds(2_048)), RetryRules.afterFailures(12));
        assertEquals(Optional.of(Duration.ofHours(1)), RetryRules.afterFailures(13));
    }

    @Test
    void a_mail_is_given_up_after_about_a_day() {
        Duration waited = Duration.ZERO;
        int failures = 1;
        for (; RetryRules.afterFailures(failures).isPresent(); failures++) {
            waited = waited.plus(RetryRules.afterFailures(failures).get());
        }

        assertTrue(waited.toHours() >= 20 && waited.toHours() <= 28, waited.toString());
    }

    @Test
    void a_silent_peer_is_asked_again_for_ever_once_a_minute() {
        assertEquals(Duration.ofSeconds(1), RetryRules.afterSilence(1));
        assertEquals(Duration.ofMinutes(1), RetryRules.afterSilence(7));
        assertEquals(Duration.ofMinutes(1), RetryRules.afterSilence(Integer.MAX_VALUE));
    }
}
