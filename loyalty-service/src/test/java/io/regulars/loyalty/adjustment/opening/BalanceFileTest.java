package io.regulars.loyalty.adjustment.opening;

import static io.regulars.loyalty.Club.NOON;
import static io.regulars.loyalty.Club.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.loyalty.Club;
import io.regulars.loyalty.adjustment.opening.BalanceFile.Row;
import io.regulars.loyalty.adjustment.opening.BalanceRules.Balance;
import io.regulars.loyalty.adjustment.opening.BalanceRules.Flawed;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceFileTest {

    private static final String HEADER = "customerId,wallet,points,earnedAt,expiresAt,reference\n";

    private final BalanceRules rules = new BalanceRules(Club.PROGRAMME, NOON);

    @Test
    void columns_are_read_by_name_and_rows_keep_their_line() {
        List<Row> rows = rows("\uFEFFreference,points,customerId,earnedAt\n\"a,\n1\",5,%s,2026-01-31\r\n\nb,6,x,y,z\n"
                .formatted(id("ana")));
        assertEquals(List.of(2L, 5L), rows.stream().map(Row::number).toList());
        assertEquals("a,\n1", rows.get(0).reference());
        assertEquals("", rows.get(0).wallet());
        assertTrue(rows.get(0).whole() && !rows.get(1).whole());
    }

    @Test
    void a_file_that_is_none_is_refused_as_a_whole() {
        for (String text : List.of(
                "",
                HEADER,
                "customerId,points\nx,1\n",
                "customerId,points,earnedAt,reference,mood\nx,1,y,z,glad\n",
                "customerId,points,points,earnedAt,reference\nx,1,1,y,z\n")) {
            assertEquals(Code.INVALID, refused(text.getBytes(StandardCharsets.UTF_8)), text);
        }
        assertEquals(Code.INVALID, refused((HEADER + "\u00e9").getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(Code.TOO_LARGE, refused((HEADER + "x,,1,y,,z\n".repeat(10_001)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_day_begins_and_ends_where_the_programme_is() throws Flawed {
        Balance balance = balance(id("ana") + ",,120,2025-07-01,2026-12-31,old-1");
        assertEquals(
                new Balance(
                        id("ana"),
                        "points",
                        120,
                        Instant.parse("2025-06-30T22:00:00Z"),
                        Instant.parse("2026-12-31T23:00:00Z"),
                        "old-1"),
                balance);
        Balance exact = balance(id("ana") + ",points,1,2025-07-01T10:00:00+02:00,2027-01-01T00:00:00Z,old-2");
        assertEquals(Instant.parse("2025-07-01T08:00:00Z"), exact.earnedAt());
        assertEquals(Instant.parse("2027-01-01T00:00:00Z"), exact.expiresAt());
    }

    @Test
    void a_flawed_row_says_what_is_wrong_with_it() {
        assertFlaw("customerId", "ana,,1,2026-01-31,,r");
        assertFlaw("no wallet", id("ana") + ",stars,1,2026-01-31,,r");
        assertFlaw("whole number", id("ana") + ",,1.5,2026-01-31,,r");
        assertFlaw("whole number", id("ana") + ",,0,2026-01-31,,r");
        assertFlaw("whole number", id("ana") + ",,9999999999,2026-01-31,,r");
        assertFlaw("earnedAt", id("ana") + ",,1,,,r");
        assertFlaw("past", id("ana") + ",,1,2026-03-11,,r");
        assertFlaw("1900", id("ana") + ",,1,1800-01-01,,r");
        assertFlaw("gone already", id("ana") + ",,1,2026-01-31,2026-03-09,r");
        assertFlaw("expiresAt", id("ana") + ",,1,2026-01-31,31.12.2026,r");
        assertFlaw("reference", id("ana") + ",,1,2026-01-31,,");
        assertFlaw("number of fields", id("ana") + ",,1,2026-01-31");
        assertFlaw("reference", id("ana") + ",,1,2026-01-31,,\"never closed\nx,,1,2026-01-31,,r");
    }

    private void assertFlaw(String word, String row) {
        String flaw = assertThrows(Flawed.class, () -> balance(row)).getMessage();
        assertTrue(flaw.contains(word), () -> row + ": " + flaw);
    }

    private Balance balance(String row) throws Flawed {
        return rules.read(rows(HEADER + row + "\n").get(0));
    }

    private static Code refused(byte[] file) {
        return assertThrows(Refusal.class, () -> BalanceFile.read(file))
                .problem()
                .code();
    }

    private static List<Row> rows(String text) {
        return BalanceFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
