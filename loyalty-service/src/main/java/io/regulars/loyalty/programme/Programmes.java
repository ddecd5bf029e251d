package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The programmes this service runs: one, from the document that is built in. */
@ApplicationScoped
public class Programmes {

    static final String DOCUMENT = "/programme/default.yaml";

    private final Rulebook rulebook;

    Programmes(
            @ConfigProperty(name = "regulars.currency") String currency,
            @ConfigProperty(name = "regulars.zone") ZoneId zone) {
        this.rulebook = Rulebook.of(builtIn(Currency.getInstance(currency), zone));
    }

    /** What facts are judged by in this transaction; nothing is published or switched before it ends. */
    public Rulebook judging(Tx tx) {
        return rulebook;
    }

    /** What is published now, for those who look. */
    public Rulebook now() {
        return rulebook;
    }

    public static ProgrammeVersion builtIn(Currency currency, ZoneId zone) {
        return CompileProgramme.from(DocumentText.read(builtIn()), 1, currency, zone);
    }

    static String builtIn() {
        try (InputStream document = Programmes.class.getResourceAsStream(DOCUMENT)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the programme's document cannot be read", unreadable);
        }
    }
}
