package io.regulars.local.check;

import java.util.List;

/** A count that must be 0, with the first few places where it is not. Examples carry ids and never personal data. */
public record Finding(String name, long count, List<String> examples) {
    public Finding {
        examples = List.copyOf(examples);
    }
}
