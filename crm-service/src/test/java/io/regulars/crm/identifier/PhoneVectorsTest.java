package io.regulars.crm.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.crm.identifier.PhoneNumbers.Reading;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases of libphonenumber's own test and some more, with its real numbering plans. */
class PhoneVectorsTest {

    @Test
    void every_number_is_read_as_stated() throws IOException {
        List<String[]> rows = Vectors.rows("phone_parse_vectors.tsv");
        for (String[] row : rows) {
            String[] cells = Arrays.copyOf(row, 9);
            String input = cells[0].replace("\\uFF0B", "\uFF0B");
            Reading read = PhoneNumbers.read(input, cells[1].isEmpty() ? null : cells[1]);
            if (cells[2].startsWith("ERROR:")) assertEquals(cells[2], "ERROR:" + read.error(), input);
            else assertEquals(Arrays.asList(cells).subList(2, 8), said(read), input);
        }
        assertEquals(49, rows.size());
    }

    @Test
    void two_numbers_match_as_far_as_stated() throws IOException {
        List<String[]> rows = Vectors.rows("phone_match_vectors.tsv");
        for (String[] row : rows) assertEquals(row[2], PhoneNumbers.match(row[0], row[1]), row[0] + " " + row[1]);
        assertEquals(18, rows.size());
    }

    private static List<String> said(Reading read) {
        return List.of(
                String.valueOf(read.e164()),
                String.valueOf(read.isValid()),
                String.valueOf(read.isPossible()),
                read.extension(),
                String.valueOf(read.region()),
                String.valueOf(read.kind()));
    }
}
