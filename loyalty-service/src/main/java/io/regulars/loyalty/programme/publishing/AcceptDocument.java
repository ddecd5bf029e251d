package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.product.Products;
import io.regulars.loyalty.programme.CompiledVersions;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.check.Catalogue;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.programme.text.Fault;
import io.regulars.loyalty.programme.text.UnacceptableDocument;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Reads a document and makes it a version, or refuses it with everything that is wrong with it. */
@ApplicationScoped
public class AcceptDocument {

    static final int NOT_NUMBERED = 0;

    private final CompiledVersions compiled;
    private final Products products;
    private final Database database;

    AcceptDocument(CompiledVersions compiled, Products products, Database database) {
        this.compiled = compiled;
        this.products = products;
        this.database = database;
    }

    /** @param text as it came, letter by letter */
    record Accepted(String text, ProgrammeVersion version) {}

    Accepted accept(byte[] body) {
        String text = text(body);
        return new Accepted(text, version(text, NOT_NUMBERED, "", named -> database.read(tx -> sold(tx, named))));
    }

    /** One that shall judge from now on, so that what it names has to be sold. */
    ProgrammeVersion next(Tx tx, String text, int number) {
        return version(text, number, "", named -> sold(tx, named));
    }

    /** One that may be in force already: it stays what it is, whatever is sold today. */
    ProgrammeVersion version(String text, int number) {
        return version(text, number, "");
    }

    /** @param at where in the request the document stands */
    ProgrammeVersion version(String text, int number, String at) {
        return version(text, number, at, named -> Catalogue.UNKNOWN);
    }

    private Catalogue sold(Tx tx, ProgrammeDocument document) {
        return products.catalogue(
                tx,
                document.earning().rules().stream()
                        .flatMap(rule -> rule.lines().skus())
                        .toList());
    }

    private ProgrammeVersion version(
            String text, int number, String at, Function<ProgrammeDocument, Catalogue> catalogue) {
        try {
            ProgrammeDocument document = DocumentText.read(text);
            return compiled.of(document, number, catalogue.apply(document));
        } catch (UnacceptableDocument unacceptable) {
            List<Fault> faults = unacceptable.faults().stream()
                    .map(fault -> new Fault(at + fault.pointer(), fault.detail()))
                    .toList();
            throw DocumentAnswers.refusal(faults.size() + " things are wrong with this document.", faults);
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException garbled) {
            throw Refusal.invalid("", "The document is not text in UTF-8.");
        }
    }
}
