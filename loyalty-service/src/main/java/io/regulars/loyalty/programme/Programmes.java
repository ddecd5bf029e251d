package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.text.DocumentText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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

    @Produces
    @Singleton
    Programme programme(
            @ConfigProperty(name = "regulars.currency") String currency,
            @ConfigProperty(name = "regulars.zone") ZoneId zone) {
        return read(Currency.getInstance(currency), zone);
    }

    public static Programme read(Currency currency, ZoneId zone) {
        return read(builtIn(), currency, zone);
    }

    static Programme read(String document, Currency currency, ZoneId zone) {
        return RunningProgramme.of(CompileProgramme.from(DocumentText.read(document), 1, currency, zone));
    }

    static String builtIn() {
        try (InputStream document = Programmes.class.getResourceAsStream(DOCUMENT)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the programme's document cannot be read", unreadable);
        }
    }
}
