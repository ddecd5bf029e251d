package io.regulars.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs docs/authorisation.csv against all processes: what is allowed is answered with the real thing. */
@Isolated("its answers are awaited for a few seconds, on a machine that may be small")
class AuthorisationJourneyTest {

    private record Row(String operation, String principal, String relation, int expected) {}

    @Test
    void every_row_holds_where_the_things_asked_for_are_there() throws IOException {
        ThingsAskedFor things = ThingsAskedFor.ofAna();
        EverybodyAtTheDoor everybody = new EverybodyAtTheDoor(things.customer());
        List<String> wrong = new ArrayList<>();
        List<Row> rows = rows();
        for (Row row : rows) {
            int status = things.status(row.operation(), row.relation(), everybody.credential(row.principal()));
            if (status != row.expected()) wrong.add(row + " answered " + status);
        }
        assertTrue(rows.size() > 300, () -> "only " + rows.size() + " rows");
        assertEquals(List.of(), wrong);
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(ProjectRoot.find().resolve("docs/authorisation.csv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(","))
                .map(cells -> new Row(cells[0], cells[1], cells[2], Integer.parseInt(cells[3])))
                .toList();
    }
}
