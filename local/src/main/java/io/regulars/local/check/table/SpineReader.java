package io.regulars.local.check.table;

import io.regulars.local.check.column.Rows;
import io.regulars.local.check.evidence.Prints;
import io.regulars.local.check.evidence.Spine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what every service's database has: its journal, where its views are, and what they could not apply. */
public final class SpineReader {
    private static final String POSITIONS = "select view, topic, partition, next_offset, topic_id from view_position";
    private static final String PARKED = "select view, topic, partition, place from parked";
    private static final String HEADS = "select shard, max(seq) from journal group by shard";

    private final Pages pages;

    public SpineReader(Pages pages) {
        this.pages = pages;
    }

    public List<Spine.Position> positions() {
        List<Spine.Position> positions = new ArrayList<>();
        pages.all(
                POSITIONS,
                row -> positions.add(new Spine.Position(
                        pages.database(), row.text(), row.text(), row.small(), row.number(), row.text())));
        return positions;
    }

    public List<Spine.Parked> parked() {
        List<Spine.Parked> parked = new ArrayList<>();
        pages.all(
                PARKED,
                row -> parked.add(
                        new Spine.Parked(pages.database(), row.text(), row.text(), row.small(), row.number())));
        return parked;
    }

    /** The last seq of each shard, as texts: only good for telling whether something moved. */
    public List<String> heads() {
        List<String> heads = new ArrayList<>();
        pages.all(HEADS, row -> heads.add(pages.database() + "/" + row.small() + "/" + row.number()));
        return heads;
    }

    public void journal(Rows<Spine.Entry> entries) {
        pages.read(
                "shard, seq, event_id, type, subject, substring(sha256(body) from 1 for 8)",
                "journal",
                new Object[] {-1, 0L},
                row -> {
                    int shard = row.small();
                    int seq = row.small();
                    UUID event = row.id();
                    entries.add(new Spine.Entry(shard, seq, Prints.fact(event, row.text(), row.id(), row.hash())));
                });
    }
}
