package io.regulars.local.check.table;

import io.regulars.local.check.evidence.Terms;
import io.regulars.local.check.evidence.Versions;
import io.regulars.local.check.evidence.Versions.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the published versions of the installation's programme. */
public final class VersionReader {
    private static final String PUBLISHED = """
            select programme, number, document, in_force_from, published_at
            from programme_version where published_at is not null and withdrawn_at is null order by in_force_from
            """;

    private final Pages pages;
    private final Function<String, Terms> document;

    public VersionReader(Pages pages, Function<String, Terms> document) {
        this.pages = pages;
        this.document = document;
    }

    /** What was published of this programme; of one that nothing was published of, what is built in. */
    public Versions read(Terms builtIn) {
        List<Version> versions = new ArrayList<>();
        if (!pages.has("programme_version")) return Versions.of(builtIn);
        pages.all(PUBLISHED, row -> {
            boolean own = row.text().equals(builtIn.programme());
            int number = row.small();
            String text = row.text();
            if (own) versions.add(new Version(number, row.micros(), row.micros(), document.apply(text)));
        });
        return versions.isEmpty() ? Versions.of(builtIn) : new Versions(versions);
    }
}
