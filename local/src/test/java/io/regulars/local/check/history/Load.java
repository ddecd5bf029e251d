package io.regulars.local.check.history;

import static io.regulars.local.check.history.Stored.Table.at;

import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Engagement;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Spine;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Puts a history into real databases, as its services would have left them. */
public final class Load {
    private final History history;
    private final Stored stored;
    private final Map<String, String> topicIds;

    public Load(History history, Stored stored, Map<String, String> topicIds) {
        this.history = history;
        this.stored = stored;
        this.topicIds = topicIds;
    }

    private Stored.Table in(String database) throws SQLException {
        return new Stored.Table(stored.connection(database), history);
    }

    public void all() throws SQLException {
        for (FactTopic topic : FactTopic.values()) journal(topic);
        for (Spine.Position each : history.positions) {
            try (Stored.Table table = in(each.database())) {
                table.insert(
                        "view_position (view, topic, partition, topic_id, next_offset, last_seq)",
                        each.view(),
                        each.topic(),
                        each.shard(),
                        topicIds.get(each.topic()),
                        each.nextOffset(),
                        0);
            }
        }
        crm();
        try (Stored.Table table = in("loyalty")) {
            new LoadLoyalty(history, table).all();
        }
        engagement();
    }

    private void journal(FactTopic topic) throws SQLException {
        Map<Integer, Integer> seqs = new HashMap<>();
        try (Stored.Table table = in(topic.database())) {
            for (Said said : history.said) {
                if (said.topic() != topic) continue;
                int shard = Published.shard(said.subject());
                table.insert(
                        "journal (shard, seq, event_id, type, subject, occurred_at, recorded_at, body)",
                        shard,
                        seqs.merge(shard, 1, Integer::sum),
                        said.eventId(),
                        said.type(),
                        said.subject(),
                        said.occurredAt().atOffset(ZoneOffset.UTC),
                        said.recordedAt().atOffset(ZoneOffset.UTC),
                        Records.bytes(said.body()));
            }
        }
    }

    private void crm() throws SQLException {
        try (Stored.Table table = in("crm")) {
            for (Crm.Receipt each : history.receipts) {
                boolean unseen = each.status() == Crm.Status.AWAITED;
                table.insert(
                        "receipt (receipt_id, kind, status, event_id, content_hash, customer_id, recorded_at, "
                                + "repeats, conflicts)",
                        table.id(each.id()),
                        each.refund() ? "refund" : "purchase",
                        each.status().name().toLowerCase(Locale.ROOT),
                        unseen ? null : table.id(each.id()),
                        unseen ? null : new byte[16],
                        table.id(each.customer()),
                        at(0),
                        each.repeats(),
                        each.conflicts());
            }
            for (Crm.WaitingRefund each : history.waitingRefunds) {
                table.insert(
                        "waiting_refund (refund_id, original_id, refund, event_id, recorded_at)",
                        table.id(each.refund()),
                        table.id(each.original()),
                        new byte[0],
                        table.id(each.refund()),
                        at(0));
            }
            new LoadMerges(history, table).all();
            for (Crm.TimelineMember each : history.timelineMembers) {
                table.insert("timeline_member", table.id(each.customer()), at(each.since()));
            }
            for (Said said : history.said) {
                table.insert(
                        "timeline (subject, occurred_at, event_id, recorded_at, type, detail)",
                        said.subject(),
                        said.occurredAt().atOffset(ZoneOffset.UTC),
                        said.eventId(),
                        said.recordedAt().atOffset(ZoneOffset.UTC),
                        said.type(),
                        LoadMerges.detail(said));
            }
        }
    }

    private void engagement() throws SQLException {
        try (Stored.Table table = in("engagement")) {
            for (String key : new String[] {"welcome", "tierReached"}) table.insert("template", key, 1, "a", "b");
            for (Engagement.Shopper each : history.shoppers) {
                table.insert(
                        "shopper (customer_id, programme, tier, balance)",
                        table.id(each.customer()),
                        "regulars",
                        each.tier(),
                        each.balance());
            }
            for (Engagement.Message each : history.messages) {
                table.insert(
                        "message (message_id, customer_id, template, template_version, programme, caused_by, "
                                + "created_at)",
                        table.id(each.id()),
                        table.id(each.customer()),
                        each.template(),
                        1,
                        "regulars",
                        table.id(each.cause()),
                        at(0));
            }
        }
    }
}
