package io.regulars.local.check.count;

import io.regulars.local.check.Finding;
import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Facts;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Spine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What should have moved on and has not. */
public final class Stuck {
    private static final List<String> CHANNELS = List.of("inApp", "email");
    private static final Map<String, List<String>> FOLLOWED = Map.of(
            "crm", List.of("intake", "touchpoints", "memberships", "engagements"),
            "loyalty", List.of("touchpoints"),
            "engagement", List.of("memberships"));

    private final Evidence evidence;
    private final Tally tally = new Tally("stuck");

    private Stuck(Evidence evidence) {
        this.evidence = evidence;
    }

    public static Finding find(Evidence evidence) {
        Stuck stuck = new Stuck(evidence);
        stuck.views();
        stuck.relays();
        evidence.spine.parked.forEach(each -> stuck.tally.wrong(
                "%s.%s has parked %s, shard %d, %d",
                each.database(), each.view(), each.topic(), each.shard(), each.place()));
        stuck.messages();
        stuck.refunds();
        return stuck.tally.finding();
    }

    private void views() {
        Map<String, Spine.Span> spans = new HashMap<>();
        evidence.spine.spans.forEach(span -> spans.put(span.topic() + "/" + span.shard(), span));
        Set<String> followed = new HashSet<>();
        for (Spine.Position each : evidence.spine.positions) {
            followed.add(each.database() + " " + each.topic() + "/" + each.shard());
            Spine.Span span = spans.get(each.topic() + "/" + each.shard());
            if (span == null) continue;
            long read = each.topicId().equals(span.topicId()) ? each.nextOffset() : 0;
            if (read < span.end()) {
                tally.wrong(
                        "%s.%s is %d behind on %s, shard %d",
                        each.database(), each.view(), span.end() - read, each.topic(), each.shard());
            }
        }
        FOLLOWED.forEach((database, topics) -> evidence.spine.spans.stream()
                .filter(span -> topics.contains(span.topic()) && span.end() > 0)
                .filter(span -> !followed.contains(database + " " + span.topic() + "/" + span.shard()))
                .forEach(span -> tally.wrong("%s does not follow %s, shard %d", database, span.topic(), span.shard())));
    }

    private void relays() {
        for (FactTopic topic : FactTopic.values()) {
            Map<Integer, Integer> delivered = new HashMap<>();
            evidence.spine.deliveries.get(topic).forEach(each -> delivered.merge(each.shard(), each.seq(), Math::max));
            Map<Integer, Integer> waiting = new HashMap<>();
            for (Spine.Entry each : evidence.spine.journals.get(topic)) {
                if (each.seq() > delivered.getOrDefault(each.shard(), 0)) waiting.merge(each.shard(), 1, Integer::sum);
            }
            waiting.forEach((shard, count) -> tally.wrong(
                    count,
                    "%d facts of %s.journal, shard %d, are not on %s",
                    count,
                    topic.database(),
                    shard,
                    topic.topic()));
        }
    }

    private void messages() {
        Set<String> answered = new HashSet<>();
        evidence.facts.messages.stream()
                .filter(each -> each.said() != Facts.Said.DUE)
                .forEach(each -> answered.add(each.id() + each.channel()));
        for (Facts.Message each : evidence.facts.messages) {
            if (each.said() != Facts.Said.DUE) continue;
            for (String channel : CHANNELS) {
                if (!answered.contains(each.id() + channel)) {
                    tally.wrong("message %s has no answer on %s", evidence.id(each.id()), channel);
                }
            }
        }
    }

    private void refunds() {
        Index<Crm.Receipt> receipts = Index.of(evidence.crm.receipts, Crm.Receipt::id, evidence.ids);
        for (Crm.WaitingRefund each : evidence.crm.waitingRefunds) {
            Crm.Receipt original = receipts.get(each.original());
            if (original == null || original.status() != Crm.Status.APPLIED) continue;
            tally.wrong("refund %s waits in crm, and its purchase is there", evidence.id(each.refund()));
        }
        Index<Crm.WaitingRefund> queue = Index.of(evidence.crm.waitingRefunds, Crm.WaitingRefund::refund, evidence.ids);
        evidence.crm.receipts.stream()
                .filter(each -> each.status() == Crm.Status.WAITING && !queue.has(each.id()))
                .forEach(each -> tally.wrong("refund %s waits in crm for nothing", evidence.id(each.id())));
        Index<Loyalty.Purchase> purchases = Index.of(evidence.loyalty.purchases, Loyalty.Purchase::id, evidence.ids);
        for (Loyalty.Refund each : evidence.loyalty.refunds) {
            Loyalty.Purchase original = purchases.get(each.original());
            if (!each.state().equals("waiting") || original == null || !original.seen()) continue;
            tally.wrong("refund %s waits in loyalty, and its purchase is there", evidence.id(each.id()));
        }
    }
}
