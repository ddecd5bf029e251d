package io.regulars.loyalty.programme.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens beside buying: what it can set off, what points can wait for, and what counts as a sign of life. */
class DeedsTest {

    @ParameterizedTest
    @CsvSource({
        "review, true, true, true",
        "checkIn, true, true, true",
        "custom.recycled, true, true, true",
        "app, false, true, true",
        "ticket.resolved, false, true, false", // the shop resolves it, not the member
        "contact.delivered, false, true, false",
        "purchase, false, false, true",
        "redemption, false, false, true",
        "custom., false, false, false",
        "visit, false, false, false",
        "nothing, false, false, false"
    })
    void a_deed_is_good_for_what_it_is(String name, boolean setsOff, boolean isEvent, boolean isActivity) {
        assertEquals(setsOff, Deeds.setsOff(name));
        assertEquals(isEvent, Deeds.isEvent(name));
        assertEquals(isActivity, Deeds.isActivity(name));
    }

    @Test
    void a_visit_is_a_check_in_and_everything_else_is_called_what_it_is() {
        assertEquals("checkIn", Deeds.named("visit"));
        assertEquals("review", Deeds.named("review"));
    }

    @Test
    void what_there_is_can_be_read_out() {
        assertEquals(
                "app, call, checkIn, complaint, contact.delivered, contact.sent, referral, review, survey, ticket.opened,"
                        + " ticket.resolved, web and custom.*",
                Deeds.events());
        assertEquals(
                "app, call, checkIn, complaint, purchase, redemption, referral, review, survey, ticket.opened, web and"
                        + " custom.*",
                Deeds.activities());
    }
}
