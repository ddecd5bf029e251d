package io.regulars.loyalty.model;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/**
 * The engine against a reference that was written from the words of the programme alone. More of them with {@code
 * -Dregulars.model.sequences=100000}, from another seed on with {@code -Dregulars.model.seed=…}.
 */
class ModelTest {

    private static final long SEED = Long.getLong("regulars.model.seed", 0);
    private static final long SEQUENCES = Long.getLong("regulars.model.sequences", 1_000);

    @Test
    void the_engine_does_what_the_words_say() {
        for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
            Case made = Case.of(seed);
            if (made.disagreement() == null) continue;
            Case smallest = Shrink.smallest(made, each -> each.disagreement() != null);
            fail("seed " + seed + " is, at its smallest," + smallest + "\n" + smallest.disagreement());
        }
    }
}
