package io.regulars.local.check.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Claims;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Versions;
import io.regulars.local.check.history.History;
import io.regulars.local.truth.Truth;
import io.regulars.local.truth.Truth.Op;
import io.regulars.local.truth.Truth.Outcome;
import io.regulars.local.truth.TruthLog;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthReaderTest {
    private static final UUID RECEIPT = UUID.fromString("f2d969c7-1d7d-5bae-9f02-7950bb1a138d");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path data;

    private final Evidence evidence = new Evidence(new Ids(), Versions.of(History.TERMS));

    private void write() {
        try (TruthLog log = TruthLog.open(data, "one")) {
            log.write(new Truth(Op.PURCHASE, "1", RECEIPT.toString(), null, null, null, Outcome.REFUSED, 400, NOON));
            Truth.Enrolment enrolment = new Truth.Enrolment(null, "ana@example.org", NOON, RECEIPT.toString());
            log.write(new Truth(Op.ENROL, "1", null, null, null, enrolment, Outcome.OK, 201, NOON));
        }
    }

    private Canaries read() {
        Canaries canaries = new Canaries();
        new TruthReader(evidence, canaries).read(data);
        return canaries;
    }

    @Test
    void what_a_run_wrote_down_is_read_and_a_line_cut_off_at_its_end_is_passed_over() throws Exception {
        write();
        Files.writeString(data.resolve("truth/one.jsonl"), "{\"op\":\"purch", StandardOpenOption.APPEND);

        assertEquals(1, read().size());
        int id = evidence.ids.of(RECEIPT);
        assertEquals(
                List.of(new Claims.Receipt(id, Claims.Outcome.REFUSED, 400, 0, "1", false)),
                evidence.claims.receipts.stream().toList());
        assertEquals(
                List.of(new Claims.Enrolment(id, Claims.Outcome.OK, 201, Micros.of(NOON), "1")),
                evidence.claims.enrolments.stream().toList());
    }

    @Test
    void a_line_broken_in_the_middle_is_not() throws Exception {
        write();
        Files.writeString(data.resolve("truth/one.jsonl"), "{\"op\":\n{}\n", StandardOpenOption.APPEND);

        assertThrows(UncheckedIOException.class, this::read);
    }

    @Test
    void without_a_record_nothing_is_known() {
        read();

        assertEquals(0, evidence.claims.receipts.size());
    }
}
