package io.regulars.loyalty.assessment;

import io.regulars.loyalty.earning.evaluation.Evaluation;
import io.regulars.loyalty.earning.evaluation.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What purchases of an open book brought: known from before, or judged in it; and what of it was made good here. */
public final class JudgedPile {

    private record Key(UUID purchaseId, String programme) {}

    /** Of what was judged so, so much was made good. */
    public record More(Judged judged, MadeGood madeGood, Instant at) {}

    private final Map<Key, Judged> all = new HashMap<>();
    private final List<Judged> written = new ArrayList<>();
    private final List<More> madeGood = new ArrayList<>();
    private final List<Unanswerable> unanswerable = new ArrayList<>();

    /** A rule whose condition could not be answered. */
    public record Unanswerable(String programme, String rule) {}

    /** Keeps in mind which rules somebody should look at. */
    void watch(String programme, Evaluation brought) {
        for (Verdict verdict : brought.explanation()) {
            if (verdict.alarming()) unanswerable.add(new Unanswerable(programme, verdict.rule()));
        }
    }

    /** One for each time. */
    public List<Unanswerable> unanswerable() {
        return unanswerable;
    }

    void know(Judged judged) {
        all.put(new Key(judged.purchaseId(), judged.programme()), judged);
    }

    void write(Judged judged, Evaluation brought) {
        watch(judged.programme(), brought);
        know(judged);
        written.add(judged);
    }

    public void makeGood(Judged judged, MadeGood more, Instant at) {
        know(judged.and(more));
        madeGood.add(new More(judged, more, at));
    }

    public Optional<Judged> of(UUID purchaseId, String programme) {
        return Optional.ofNullable(all.get(new Key(purchaseId, programme)));
    }

    public List<Judged> written() {
        return written;
    }

    public List<More> madeGood() {
        return madeGood;
    }
}
