package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.access.PeerCalls;
import io.regulars.platform.journal.JournalReader;
import io.regulars.platform.journal.JournalResource;
import io.regulars.platform.journal.JournalResource.Entry;
import io.regulars.platform.journal.JournalResource.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the service that said a fact for what its topic no longer holds. */
@ApplicationScoped
public class OwnersJournal {

    private final String self;
    private final PeerCalls peers;
    private final JournalReader own;

    OwnersJournal(@ConfigProperty(name = "regulars.service") String self, PeerCalls peers, JournalReader own) {
        this.self = self;
        this.peers = peers;
        this.own = own;
    }

    /** The next facts after {@code after} and before {@code before}, a page of them; {@link Gap} if one is lacking. */
    List<Heard> between(Topic topic, int shard, long after, long before) {
        List<Heard> missing = new ArrayList<>();
        long reached = after;
        for (Heard fact : after(topic, shard, after)) {
            if (fact.seq() >= before) break;
            if (fact.seq() != ++reached) throw new Gap(topic, shard, reached);
            missing.add(fact);
        }
        if (missing.isEmpty()) throw new Gap(topic, shard, after + 1);
        return missing;
    }

    /** The next facts after {@code after}, a page of them; empty at the end of the journal. */
    List<Heard> after(Topic topic, int shard, long after) {
        return page(topic, shard, after).stream()
                .map(fact -> heard(topic, shard, fact))
                .toList();
    }

    private List<Entry> page(Topic topic, int shard, long after) {
        if (topic.speaker().equals(self)) {
            return own.after(Map.of(shard, after), 500).stream()
                    .map(row -> new Entry(row.envelope(), row.body()))
                    .toList();
        }
        String path = "/internal/journal/" + shard + "?after=" + after;
        return peers.get(topic.speaker(), path, Page.class).map(Page::facts).orElse(List.of());
    }

    private static Heard heard(Topic topic, int shard, JournalResource.Entry fact) {
        var record = fact.envelope().record(topic.topicName(), shard, fact.body());
        return new Heard(
                topic,
                shard,
                -1,
                fact.envelope().seq(),
                fact.envelope().subject().toString(),
                record.headers(),
                fact.body());
    }

    /** A fact is missing everywhere: the view must not go on as if it had never been said. */
    static final class Gap extends Stopped {
        Gap(Topic topic, int shard, long seq) {
            super("gap: " + topic.topicName() + " shard " + shard + " lacks seq " + seq + ", and so does its owner");
        }
    }
}
