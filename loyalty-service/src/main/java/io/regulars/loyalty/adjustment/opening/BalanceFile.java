package io.regulars.loyalty.adjustment.opening;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Opening balances as they are sent: comma-separated values (RFC 4180, UTF-8) under names of columns. */
final class BalanceFile {

    private static final int MOST_ROWS = 10_000;
    private static final Set<String> COLUMNS =
            Set.of("customerId", "wallet", "points", "earnedAt", "expiresAt", "reference");
    private static final Set<String> REQUIRED = Set.of("customerId", "points", "earnedAt", "reference");

    private BalanceFile() {}

    /**
     * A row as it stands there, empty where nothing stands.
     *
     * @param number of its first line in the file, whose header is line 1
     * @param whole it has as many fields as the header
     */
    record Row(
            long number,
            boolean whole,
            String customerId,
            String wallet,
            String points,
            String earnedAt,
            String expiresAt,
            String reference) {}

    static List<Row> read(byte[] file) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(true)
                .ofNamedCsvRecord(utf8(file), StandardCharsets.UTF_8)) {
            for (NamedCsvRecord each : records) {
                if (rows.isEmpty()) checkHeader(each.getHeader());
                if (rows.size() == MOST_ROWS) throw tooMany();
                rows.add(row(each));
            }
        } catch (CsvParseException | java.io.IOException garbled) {
            throw Refusal.invalid("", "These are no comma-separated values: " + garbled.getMessage());
        }
        if (rows.isEmpty()) throw Refusal.invalid("", "Nothing stands below the names of the columns.");
        return rows;
    }

    private static InputStream utf8(byte[] file) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
        } catch (CharacterCodingException other) {
            throw Refusal.invalid("", "The file has to be in UTF-8.");
        }
        return new ByteArrayInputStream(file);
    }

    private static void checkHeader(List<String> header) {
        Set<String> named = new TreeSet<>(header);
        boolean right = named.size() == header.size() && named.containsAll(REQUIRED) && COLUMNS.containsAll(named);
        if (!right) {
            throw Refusal.invalid(
                    "", "The first line names the columns customerId, wallet, points, earnedAt, expiresAt, reference.");
        }
    }

    private static Row row(NamedCsvRecord each) {
        return new Row(
                each.getStartingLineNumber(),
                each.getFieldCount() == each.getHeader().size(),
                field(each, "customerId"),
                field(each, "wallet"),
                field(each, "points"),
                field(each, "earnedAt"),
                field(each, "expiresAt"),
                field(each, "reference"));
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private static Refusal tooMany() {
        return Refusal.of(Code.TOO_LARGE, "At most " + MOST_ROWS + " opening balances are taken at once.");
    }
}
