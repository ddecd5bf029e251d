package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.text.DocumentText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;

/** The example programme of the documentation, which makes every kind of promise. */
public final class Cafe {

    public static final Path HOME = Path.of(System.getProperty("regulars.home", ".."));
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final Currency EURO = Currency.getInstance("EUR");

    private Cafe() {}

    public static String text() {
        try {
            return Files.readString(HOME.resolve("docs/programmes/cafe.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static ProgrammeDocument document() {
        return DocumentText.read(text());
    }

    public static ProgrammeVersion version() {
        return version(text());
    }

    public static ProgrammeVersion version(String document) {
        return CompileProgramme.from(DocumentText.read(document), 7, EURO, BERLIN);
    }

    /** The example with one place written differently. */
    public static String changed(String words, String instead) {
        String text = text();
        if (!text.contains(words)) throw new IllegalArgumentException("nothing reads " + words);
        return text.replace(words, instead);
    }
}
