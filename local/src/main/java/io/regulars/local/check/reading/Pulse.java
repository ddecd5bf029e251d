package io.regulars.local.check.reading;

import io.regulars.local.check.evidence.Spine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where topics, views and journals stood at one moment; two equal ones mean that nothing moved in between. */
public record Pulse(Set<Spine.Span> spans, Set<Spine.Position> positions, Set<String> heads) {

    Pulse(List<Spine.Span> spans, List<Spine.Position> positions, List<String> heads) {
        this(new HashSet<>(spans), new HashSet<>(positions), new HashSet<>(heads));
    }

    /** Whether every view has read its topics to the end. */
    public boolean isCaughtUp() {
        Map<String, Long> ends = new HashMap<>();
        spans.forEach(span -> ends.put(span.topic() + "/" + span.shard(), span.end()));
        return positions.stream()
                .allMatch(each -> each.nextOffset() >= ends.getOrDefault(each.topic() + "/" + each.shard(), 0L));
    }
}
