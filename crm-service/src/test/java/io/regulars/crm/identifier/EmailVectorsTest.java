package io.regulars.crm.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.regulars.crm.identifier.FoldingRules.Folding;
import io.regulars.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases of isemail (what is an address) and of validator.js (which addresses are one mailbox). */
class EmailVectorsTest {

    @Test
    void what_is_no_address_is_found_out_and_what_is_one_is_taken() throws IOException {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        int taken = 0;
        for (String line : Vectors.lines("email_validity_vectors.jsonl")) {
            JsonNode row = Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
            String category = row.get("category").textValue();
            boolean address = EmailRules.normal(row.get("address").textValue()) != null;
            if (category.equals("ISEMAIL_ERR") == address) {
                boolean free = !category.equals("ISEMAIL_ERR") && !category.equals("ISEMAIL_VALID_CATEGORY");
                if (!free) wrong.add(row.toString());
            }
            if (category.equals("ISEMAIL_ERR")) refused++;
            if (category.equals("ISEMAIL_VALID_CATEGORY")) taken++;
        }
        assertEquals(List.of(), wrong);
        assertEquals(66, refused);
        assertEquals(14, taken);
    }

    @Test
    void addresses_of_one_mailbox_are_folded_to_one() throws IOException {
        List<String[]> rows = Vectors.rows("email_normalize_vectors.tsv");
        for (String[] row : rows) {
            String input = plain(row[0]);
            if (row[2].equals("rejected")) assertNull(EmailRules.normal(input), input);
            else assertEquals(plain(row[1]), FoldingRules.folded(input, folding(row[3])), input + " " + row[3]);
        }
        assertEquals(98, rows.size());
    }

    /** Quoted as in CSV where it holds quotes. */
    private static String plain(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    private static Folding folding(String options) {
        return new Folding(
                on(options, "all_lowercase"),
                on(options, "gmail_lowercase"),
                on(options, "gmail_remove_dots"),
                on(options, "gmail_remove_subaddress"),
                on(options, "gmail_convert_googlemaildotcom"),
                on(options, "outlookdotcom_lowercase"),
                on(options, "outlookdotcom_remove_subaddress"),
                on(options, "yahoo_lowercase"),
                on(options, "yahoo_remove_subaddress"),
                on(options, "yandex_lowercase"),
                on(options, "yandex_convert_yandexru"),
                on(options, "icloud_lowercase"),
                on(options, "icloud_remove_subaddress"));
    }

    private static boolean on(String options, String option) {
        return !options.contains(option + ": false");
    }
}
