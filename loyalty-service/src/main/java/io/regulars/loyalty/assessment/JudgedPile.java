package io.regulars.loyalty.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What purchases of an open book brought: known from before, or judged in it. */
public final class JudgedPile {

    private record Key(UUID purchaseId, String programme) {}

    private final Map<Key, Judged> all = new HashMap<>();
    private final List<Judged> written = new ArrayList<>();

    void know(Judged judged) {
        all.put(new Key(judged.purchaseId(), judged.programme()), judged);
    }

    void write(Judged judged) {
        know(judged);
        written.add(judged);
    }

    Optional<Judged> of(UUID purchaseId, String programme) {
        return Optional.ofNullable(all.get(new Key(purchaseId, programme)));
    }

    public List<Judged> written() {
        return written;
    }
}
