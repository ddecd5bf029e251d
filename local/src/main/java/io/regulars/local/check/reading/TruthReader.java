package io.regulars.local.check.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.regulars.local.check.evidence.Claims;
import io.regulars.local.check.evidence.Claims.Outcome;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Micros;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the callers' own record: JSON lines under {@code <data>/truth}, one file a run. */
public final class TruthReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Evidence evidence;
    private final Canaries canaries;

    public TruthReader(Evidence evidence, Canaries canaries) {
        this.evidence = evidence;
        this.canaries = canaries;
    }

    public void read(Path data) {
        Path folder = data.resolve("truth");
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> runs = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            for (Path run : runs) file(run);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The last line may be cut off: its run was killed, or is still writing. */
    private void file(Path run) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(run)) {
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                try {
                    line(line);
                } catch (JsonProcessingException broken) {
                    if (next != null) throw broken;
                }
                line = next;
            }
        }
    }

    /** Reads one line: what somebody did, and what they were told. */
    public void line(String json) throws JsonProcessingException {
        Node truth = new Node(JSON.readTree(json), evidence.ids);
        Outcome outcome = Outcome.valueOf(truth.text("outcome").toUpperCase(Locale.ROOT));
        int status = (int) truth.number("status");
        switch (truth.text("op")) {
            case "purchase" -> receipt(truth, truth.in("purchase"), outcome, status);
            case "refund" -> receipt(truth, truth.in("refund"), outcome, status);
            case "void" ->
                evidence.claims.receipts.add(
                        new Claims.Receipt(truth.id("receiptId"), outcome, status, 0, truth.text("shopper"), false));
            case "enrol" -> enrolment(truth, truth.in("enrolment"), outcome, status);
            case "touchpoint" ->
                evidence.claims.touchpoints.add(
                        new Claims.Touchpoint(truth.id("receiptId"), outcome, status, truth.text("shopper")));
            default -> {}
        }
    }

    private void receipt(Node truth, Node posted, Outcome outcome, int status) {
        boolean readable = posted.is() && posted.has("occurredAt");
        long content = readable ? ReceiptText.content(posted) : 0;
        Node customer = posted.in("customer");
        evidence.claims.receipts.add(new Claims.Receipt(
                truth.id("receiptId"), outcome, status, content, truth.text("shopper"), customer.is()));
        for (String named : List.of("email", "phone", "card", "device", "cookie"))
            canaries.add(customer.textOrNull(named));
    }

    private void enrolment(Node truth, Node enrolment, Outcome outcome, int status) {
        long enrolledAt = enrolment.has("enrolledAt") ? enrolment.micros("enrolledAt") : Micros.NEVER;
        evidence.claims.enrolments.add(
                new Claims.Enrolment(enrolment.id("customerId"), outcome, status, enrolledAt, truth.text("shopper")));
        for (String named : List.of("email", "card")) canaries.add(enrolment.textOrNull(named));
    }
}
