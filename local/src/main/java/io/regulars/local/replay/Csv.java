package io.regulars.local.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/** One line of comma-separated values (RFC 4180). */
final class Csv {

    private Csv() {}

    static List<String> fields(String line) {
        for (CsvRecord record : CsvReader.builder().ofCsvRecord(line)) return record.getFields();
        throw new IllegalArgumentException("an empty line");
    }
}
