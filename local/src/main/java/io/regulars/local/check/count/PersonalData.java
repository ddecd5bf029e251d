package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.evidence.Evidence;

/** Identifiers of shoppers in topics that must not carry any. */
public final class PersonalData {
    private PersonalData() {}

    public static Finding find(Evidence evidence) {
        Tally tally = new Tally("personal data in facts");
        evidence.spine.leaks.forEach(leak ->
                tally.wrong("an identifier on %s, shard %d, offset %d", leak.topic(), leak.shard(), leak.offset()));
        return tally.finding();
    }
}
