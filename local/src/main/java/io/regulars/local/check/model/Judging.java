package io.regulars.local.check.model;

import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Facts.Purchase;
import io.regulars.local.check.evidence.Facts.Refund;
import io.regulars.local.check.evidence.Loyalty.Assessment;
import io.regulars.local.check.evidence.Terms;
import io.regulars.local.check.evidence.Versions;
import io.regulars.local.check.evidence.Versions.Version;
import java.util.Set;

/** Which terms a receipt is judged by, and whether the reference model knows them. */
public final class Judging {
    private final Versions versions;
    private final Index<Assessment> assessments;
    private final Set<Integer> byHand;

    Judging(Evidence evidence) {
        this.versions = evidence.versions;
        this.byHand = evidence.loyalty.byHand;
        this.assessments = Index.of(evidence.loyalty.assessments, Assessment::purchase, evidence.ids);
    }

    /** What loyalty stored of it, or null. */
    public Assessment of(Purchase purchase) {
        return assessments.get(purchase.id());
    }

    /** Of the version that it was judged by; of the one that should have, where nothing else is known. */
    public Terms terms(Purchase purchase) {
        Assessment stored = of(purchase);
        return (stored == null
                        ? versions.at(purchase.occurredAt())
                        : versions.numbered(stored.version()).orElseGet(() -> versions.at(purchase.occurredAt())))
                .terms();
    }

    /** Of the version in force when goods came back. */
    public Terms terms(Refund refund) {
        return versions.at(refund.occurredAt()).terms();
    }

    public boolean knows(Purchase purchase) {
        return terms(purchase).shape().earning() && !byHand.contains(purchase.customer());
    }

    /** Both what was earned and how it is taken back. */
    boolean knows(Refund refund, Purchase original) {
        return terms(refund).shape().earning() && (original == null || knows(original));
    }

    /** Whether this version may have judged it. */
    public boolean right(Assessment stored, Purchase purchase) {
        return versions.numbered(stored.version()).map(Version::number).isPresent()
                && versions.judges(stored.version(), purchase.occurredAt(), purchase.recordedAt());
    }
}
