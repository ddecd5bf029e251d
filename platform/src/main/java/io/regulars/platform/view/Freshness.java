package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.wire.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How fresh this service's views are: per topic the newest {@code recordedAt} that has been applied here. */
@ApplicationScoped
public class Freshness {

    private final Map<String, Instant> newest = new ConcurrentHashMap<>();

    /** What reads show as {@code asOf}: topic → newest fact applied by this instance; absent until one was. */
    public Map<String, Instant> asOf() {
        return new TreeMap<>(newest);
    }

    void applied(String view, Batch batch) {
        List<Heard> fresh = batch.fresh();
        if (fresh.isEmpty()) return;
        Heard last = fresh.get(fresh.size() - 1);
        Topic topic = last.topic();
        Instant recordedAt = Envelope.instant(last.headers(), Envelope.RECORDED_AT);
        if (recordedAt != null) newest.merge(topic.topicName(), recordedAt, (a, b) -> a.isAfter(b) ? a : b);
    }
}
