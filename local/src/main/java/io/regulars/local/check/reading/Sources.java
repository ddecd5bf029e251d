package io.regulars.local.check.reading;

import io.regulars.local.check.CheckOptions;
import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Spine;
import io.regulars.local.check.evidence.Terms;
import io.regulars.local.check.evidence.Versions;
import io.regulars.local.check.programme.ProgrammeReader;
import io.regulars.local.check.table.CrmReader;
import io.regulars.local.check.table.EngagementReader;
import io.regulars.local.check.table.LoyaltyReader;
import io.regulars.local.check.table.Pages;
import io.regulars.local.check.table.SpineReader;
import io.regulars.local.check.table.VersionReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics, databases and records of one installation. */
public final class Sources implements AutoCloseable {
    private static final List<String> DATABASES = List.of("crm", "loyalty", "engagement", "gateway");
    private static final List<String> TOPICS =
            List.of("intake", "touchpoints", "memberships", "engagements", "credentials");

    private final CheckOptions options;
    private final ProgrammeReader programme;
    private final Terms builtIn;
    private final TopicReader topics;
    private final Map<String, Pages> databases = new LinkedHashMap<>();

    public Sources(CheckOptions options) {
        this.options = options;
        this.programme = new ProgrammeReader(options.currency(), options.zone());
        this.builtIn = programme.read(options.programme());
        this.topics = new TopicReader(options.kafka());
        for (String name : DATABASES) {
            Pages pages = new Pages(options.databaseHost(), options.databasePort(), name, options.databasePassword());
            databases.put(name, pages);
        }
    }

    /** Reads everything. Topics come before journals, so that what is missing on a topic is not just newer. */
    public Evidence read() {
        Evidence evidence = new Evidence(new Ids(), versions());
        Canaries canaries = new Canaries();
        new TruthReader(evidence, canaries).read(options.data());
        CrmReader crm = new CrmReader(databases.get("crm"), evidence);
        if (databases.get("crm").has("identifier")) crm.emails(canaries);
        topics(evidence, canaries);
        databases.values().stream().filter(Sources::isInUse).forEach(pages -> {
            evidence.spine.positions.addAll(new SpineReader(pages).positions());
            evidence.spine.parked.addAll(new SpineReader(pages).parked());
        });
        for (FactTopic topic : FactTopic.values()) {
            Pages pages = databases.get(topic.database());
            if (isInUse(pages)) new SpineReader(pages).journal(evidence.spine.journals.get(topic));
        }
        if (databases.get("crm").has("timeline")) crm.read();
        if (databases.get("crm").has("customer_merge")) crm.kinship();
        if (databases.get("loyalty").has("lot")) new LoyaltyReader(databases.get("loyalty"), evidence).read();
        if (databases.get("engagement").has("message")) {
            new EngagementReader(databases.get("engagement"), evidence).read();
        }
        return evidence;
    }

    private Versions versions() {
        return new VersionReader(databases.get("loyalty"), programme::read).read(builtIn);
    }

    private static boolean isInUse(Pages pages) {
        return pages.has("journal");
    }

    private void topics(Evidence evidence, Canaries canaries) {
        List<Spine.Span> spans = topics.spans(TOPICS);
        int partitions = (int) spans.stream()
                .filter(span -> span.topic().equals("touchpoints"))
                .count();
        FactReader reader = new FactReader(evidence, canaries, partitions);
        evidence.spine.spans.addAll(spans);
        topics.read(spans, record -> {
            if (record.topic().equals("intake")) reader.posted(record);
            else reader.read(record);
        });
    }

    /** Where everything stands at this moment. */
    public Pulse pulse() {
        List<Spine.Span> spans = topics.spans(TOPICS);
        List<Spine.Position> positions = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        databases.values().stream().filter(Sources::isInUse).forEach(pages -> {
            positions.addAll(new SpineReader(pages).positions());
            heads.addAll(new SpineReader(pages).heads());
        });
        return new Pulse(spans, positions, heads);
    }

    @Override
    public void close() {
        databases.values().forEach(Pages::close);
        topics.close();
    }
}
