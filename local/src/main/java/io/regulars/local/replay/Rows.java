package io.regulars.local.replay;

import io.regulars.local.replay.Invoice.Item;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the Online Retail file (CSV, may be gzipped) into invoices, in the order in which they begin. */
final class Rows {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Rows() {}

    /** @param most lines to read; the invoice that is cut by it is left out */
    static List<Invoice> read(Path file, long most) {
        Map<String, Invoice> invoices = new LinkedHashMap<>();
        String last = null;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            lines.readLine();
            long read = 0;
            String line;
            while ((line = lines.readLine()) != null && read++ < most) last = add(invoices, Csv.fields(line));
            if (line != null) invoices.remove(last);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
        return new ArrayList<>(invoices.values());
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    private static String add(Map<String, Invoice> invoices, List<String> row) {
        String number = row.get(0);
        Instant at = LocalDateTime.parse(row.get(4), TIME).atZone(ZONE).toInstant();
        String customer = row.get(6).isBlank() ? null : row.get(6).replace(".0", "");
        BigDecimal value = new BigDecimal(row.get(3)).multiply(new BigDecimal(row.get(5)));
        invoices.computeIfAbsent(number, n -> new Invoice(n, at, customer, new ArrayList<>()))
                .items()
                .add(new Item(row.get(1).trim().replace(' ', '_'), row.get(3), value));
        return number;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }
}
