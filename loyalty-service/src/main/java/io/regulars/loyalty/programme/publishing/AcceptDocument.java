package io.regulars.loyalty.programme.publishing;

import io.regulars.loyalty.programme.CompiledVersions;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.loyalty.programme.text.Fault;
import io.regulars.loyalty.programme.text.UnacceptableDocument;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a document and makes it a version, or refuses it with everything that is wrong with it. */
@ApplicationScoped
public class AcceptDocument {

    static final int NOT_NUMBERED = 0;

    private final CompiledVersions compiled;

    AcceptDocument(CompiledVersions compiled) {
        this.compiled = compiled;
    }

    /** @param text as it came, letter by letter */
    record Accepted(String text, ProgrammeVersion version) {}

    Accepted accept(byte[] body) {
        String text = text(body);
        return new Accepted(text, version(text, NOT_NUMBERED));
    }

    ProgrammeVersion version(String text, int number) {
        return version(text, number, "");
    }

    /** @param at where in the request the document stands */
    ProgrammeVersion version(String text, int number, String at) {
        try {
            return compiled.of(DocumentText.read(text), number);
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
