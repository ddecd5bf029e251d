package io.regulars.engagement.template;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Brings the words that ship with the service into the database, before anything is heard that needs them. */
@ApplicationScoped
public class SeedTemplates {

    private final Templates templates;

    SeedTemplates(Templates templates) {
        this.templates = templates;
    }

    void seed(@Observes @Priority(100) StartupEvent started) {
        for (Occasion occasion : Occasion.values()) {
            int version = 1;
            while (seed(new Template.Key(occasion.template(), version))) version++;
        }
    }

    /** A file's first line is the title, the rest after an empty line the text. */
    private boolean seed(Template.Key id) {
        String file = read("/messages/" + id.key() + "." + id.version() + ".txt");
        if (file == null) return false;
        String[] parts = file.split("\n\n", 2);
        templates.add(id, parts[0], parts[1].strip());
        return true;
    }

    private static String read(String resource) {
        try (InputStream file = SeedTemplates.class.getResourceAsStream(resource)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
