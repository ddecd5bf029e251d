package io.regulars.local.check.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.local.check.evidence.Spine;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Faults between journals, topics and views. */
final class TopicFaults {
    private static final Pattern ADDRESS = Pattern.compile("shopper[.]\\d@example[.]org");

    private TopicFaults() {}

    private static List<ConsumerRecord<byte[], byte[]>> delivered(History history) {
        return history.published.delivered();
    }

    private static String seq(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader("ce_seq").value());
    }

    private static boolean sameShard(ConsumerRecord<byte[], byte[]> one, ConsumerRecord<byte[], byte[]> other) {
        return one.topic().equals(other.topic()) && one.partition() == other.partition();
    }

    private static boolean sameFact(ConsumerRecord<byte[], byte[]> one, ConsumerRecord<byte[], byte[]> other) {
        return sameShard(one, other) && seq(one).equals(seq(other));
    }

    private static boolean isLast(History history, ConsumerRecord<byte[], byte[]> record) {
        return delivered(history).stream()
                .filter(each -> sameShard(each, record))
                .noneMatch(each -> Integer.parseInt(seq(each)) > Integer.parseInt(seq(record)));
    }

    private static ConsumerRecord<byte[], byte[]> pick(
            History history, Random random, Predicate<ConsumerRecord<byte[], byte[]>> like) {
        int place = Pick.place(delivered(history), random, like);
        return place < 0 ? null : delivered(history).get(place);
    }

    /** With the next one of the same shard, wherever that lies. */
    static boolean swap(History history, Random random) {
        var records = delivered(history);
        var first = pick(history, random, each -> !isLast(history, each));
        if (first == null) return false;
        records.removeIf(each -> each != first && sameFact(each, first));
        int place = records.indexOf(first);
        int next = place + 1;
        while (!sameShard(records.get(next), first)) next++;
        records.set(place, records.get(next));
        records.set(next, first);
        return true;
    }

    static boolean hole(History history, Random random) {
        var lost = pick(history, random, each -> !isLast(history, each));
        if (lost == null) return false;
        delivered(history).removeIf(each -> sameFact(each, lost));
        return true;
    }

    static boolean otherShard(History history, Random random) {
        var record = pick(history, random, each -> true);
        var moved = new ConsumerRecord<>(
                record.topic(), (record.partition() + 1) % Published.PARTITIONS, 999, record.key(), record.value());
        record.headers().forEach(moved.headers()::add);
        delivered(history).add(moved);
        return true;
    }

    static boolean otherBody(History history, Random random) {
        int place = Pick.place(delivered(history), random, each -> true);
        var record = delivered(history).get(place);
        byte[] body =
                new String(record.value()).replaceFirst("\\{", "{\"more\":1,").getBytes();
        delivered(history).set(place, with(record, body));
        return true;
    }

    private static ConsumerRecord<byte[], byte[]> with(ConsumerRecord<byte[], byte[]> record, byte[] body) {
        var other = new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), record.key(), body);
        record.headers().forEach(other.headers()::add);
        return other;
    }

    static boolean oneMore(History history, Random random) {
        int place = Pick.place(history.said, random, each -> true);
        Said said = history.said.get(place);
        int shard = Published.shard(said.subject());
        var journal = history.published.journals().get(said.topic());
        int seq = (int) journal.stream().filter(each -> each.shard() == shard).count() + 1;
        history.published.deliver(said, shard, seq);
        return true;
    }

    static boolean viewBehind(History history, Random random) {
        return Pick.change(
                history.positions,
                random,
                each -> each.nextOffset() > 0,
                each -> new Spine.Position(
                        each.database(),
                        each.view(),
                        each.topic(),
                        each.shard(),
                        each.nextOffset() - 1,
                        each.topicId()));
    }

    static boolean relayBehind(History history, Random random) {
        var last = pick(history, random, each -> isLast(history, each));
        return delivered(history).removeIf(each -> sameFact(each, last));
    }

    static boolean park(History history, Random random) {
        return history.parked.add(new Spine.Parked("crm", "timeline", "memberships", 1, random.nextInt(100)));
    }

    /** An address that some caller has posted; nobody else could know of others. */
    private static String address(History history) {
        Matcher addresses = ADDRESS.matcher(String.join(" ", history.truth));
        return addresses.find() ? addresses.group() : null;
    }

    static boolean leak(History history, Random random) {
        if (address(history) == null) return false;
        int place = Pick.place(history.said, random, each -> true);
        Said said = history.said.get(place);
        ObjectNode body = said.body().deepCopy();
        body.put("note", "write to " + address(history).toUpperCase(Locale.ROOT) + ".");
        history.said.set(place, said.saying(body));
        history.publish(random.nextLong());
        return true;
    }

    static boolean leakInHeader(History history, Random random) {
        if (address(history) == null) return false;
        int place = Pick.place(delivered(history), random, each -> true);
        var record = delivered(history).get(place);
        var leaking = with(record, record.value());
        Records.header(leaking, "replyto", address(history));
        delivered(history).set(place, leaking);
        return true;
    }
}
