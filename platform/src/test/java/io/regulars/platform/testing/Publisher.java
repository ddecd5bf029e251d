package io.regulars.platform.testing;

import io.regulars.events.Topic;
import io.regulars.platform.journal.JournalRow;
import java.util.List;

/** Puts journal rows on a topic as a relay would, or as a broken one might: any of them, in any order. */
public final class Publisher {

    private Publisher() {}

    public static void publish(Topic topic, List<JournalRow> rows) {
        Speaker.sendAll(rows.stream()
                .map(row -> row.envelope().record(topic.topicName(), row.shard(), row.body()))
                .toList());
    }

    public static void publish(Topic topic, JournalRow... rows) {
        publish(topic, List.of(rows));
    }
}
