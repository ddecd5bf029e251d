package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.ProgrammeVersions.Stored;
import io.regulars.loyalty.programme.check.Catalogue;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.programme.text.UnacceptableDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Versions ready to be run, with the installation's currency and zone. What is published is compiled once. */
@ApplicationScoped
public class CompiledVersions {

    private final Currency currency;
    private final ZoneId zone;
    private final ConditionTimes times;
    private final Map<Name, Compiled> known = new ConcurrentHashMap<>();

    CompiledVersions(
            @ConfigProperty(name = "regulars.currency") String currency,
            @ConfigProperty(name = "regulars.zone") ZoneId zone,
            ConditionTimes times) {
        this.currency = Currency.getInstance(currency);
        this.zone = zone;
        this.times = times;
    }

    private record Name(String programme, int number) {}

    /** With the text it was made from: a database that was restored may tell another one by the same name. */
    private record Compiled(String document, ProgrammeVersion version) {}

    public ProgrammeVersion of(ProgrammeDocument document, int number) {
        return of(document, number, Catalogue.UNKNOWN);
    }

    /** @param sold what the document may name */
    public ProgrammeVersion of(ProgrammeDocument document, int number, Catalogue sold) {
        return CompileProgramme.from(document, number, currency, zone, sold);
    }

    ProgrammeVersion of(Stored stored) {
        Compiled compiled = known.compute(new Name(stored.programme(), stored.number()), (name, before) -> {
            if (before != null && before.document().equals(stored.document())) return before;
            return new Compiled(stored.document(), compiled(stored));
        });
        return compiled.version();
    }

    private ProgrammeVersion compiled(Stored stored) {
        try {
            ProgrammeVersion version = of(DocumentText.read(stored.document()), stored.number());
            times.watch(version);
            return version;
        } catch (UnacceptableDocument unacceptable) {
            String which = "version " + stored.number() + " of programme " + stored.programme();
            throw new IllegalStateException(which + " is published and cannot be run", unacceptable);
        }
    }
}
