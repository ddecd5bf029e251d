package io.regulars.local.check.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.Engagement;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Loyalty;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Spine;
import io.regulars.local.check.evidence.Terms;
import io.regulars.local.check.reading.Canaries;
import io.regulars.local.check.reading.FactReader;
import io.regulars.local.check.reading.TruthReader;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything a suite leaves behind after a while: topics, journals, tables, and what its callers wrote down. */
public final class History {
    public static final Terms TERMS = new Terms(
            "regulars",
            "points",
            Terms.Shape.KNOWN,
            100,
            Period.ofMonths(12),
            List.of(new Terms.Level("bronze", 0), new Terms.Level("silver", 50_000), new Terms.Level("gold", 200_000)),
            ZoneId.of("UTC"),
            "USD");

    /** What a purchase earned, with its awards. */
    public record Assessed(int purchase, int customer, int version, boolean late, List<Loyalty.Award> awards) {}

    public final Ids ids;
    final SmallProgramme programme;
    public final List<String> truth = new ArrayList<>();
    public final List<ConsumerRecord<byte[], byte[]>> intake = new ArrayList<>();
    public final List<Said> said = new ArrayList<>();
    public final List<Crm.Receipt> receipts = new ArrayList<>();
    public final List<Crm.Touchpoint> touchpoints = new ArrayList<>();
    public final List<Crm.WaitingRefund> waitingRefunds = new ArrayList<>();
    public final Kin kin = new Kin();
    public final List<Crm.TimelineLine> timeline = new ArrayList<>();
    public final List<Crm.TimelineMember> timelineMembers = new ArrayList<>();
    public final List<Loyalty.Purchase> purchases = new ArrayList<>();
    /** By purchase, the receipt as loyalty stores it. */
    public final Map<Integer, String> kept = new HashMap<>();

    /** By purchase, its lines as the tables of before had them. */
    public final Map<Integer, String> keptOnce = new HashMap<>();

    public final List<Assessed> assessments = new ArrayList<>();
    public final List<Loyalty.Refund> refunds = new ArrayList<>();
    public final List<Loyalty.Member> members = new ArrayList<>();
    public final List<Loyalty.CountedDay> countedDays = new ArrayList<>();
    public final List<Loyalty.TierFrom> tierHistory = new ArrayList<>();
    public final List<Loyalty.Wallet> wallets = new ArrayList<>();
    public final List<Loyalty.Transfer> transfers = new ArrayList<>();
    public final List<Loyalty.ClosedHour> closedHours = new ArrayList<>();
    long lookedAt = Micros.NEVER;
    public final List<Loyalty.Lot> lots = new ArrayList<>();
    public final List<Engagement.Shopper> shoppers = new ArrayList<>();
    public final List<Engagement.Message> messages = new ArrayList<>();
    public final List<Spine.Parked> parked = new ArrayList<>();
    public final List<Spine.Position> positions = new ArrayList<>();
    public Published published;

    History(Ids ids, SmallProgramme programme) {
        this.ids = ids;
        this.programme = programme;
    }

    public int id(UUID id) {
        return ids.of(id);
    }

    /** Journals, topics and where views stand, made anew from what was said. */
    public History publish(long seed) {
        published = Published.of(this, seed);
        positions.clear();
        positions.addAll(published.positions());
        return this;
    }

    /** One that can be altered and leaves this one as it is. */
    public History copy() {
        History copy = new History(ids, programme);
        copy.truth.addAll(truth);
        copy.intake.addAll(intake);
        copy.said.addAll(said);
        copy.receipts.addAll(receipts);
        copy.touchpoints.addAll(touchpoints);
        copy.waitingRefunds.addAll(waitingRefunds);
        copy.kin.addAll(kin);
        copy.timeline.addAll(timeline);
        copy.timelineMembers.addAll(timelineMembers);
        copy.purchases.addAll(purchases);
        copy.assessments.addAll(assessments);
        copy.refunds.addAll(refunds);
        copy.members.addAll(members);
        copy.countedDays.addAll(countedDays);
        copy.tierHistory.addAll(tierHistory);
        copy.wallets.addAll(wallets);
        copy.transfers.addAll(transfers);
        copy.closedHours.addAll(closedHours);
        copy.lookedAt = lookedAt;
        copy.lots.addAll(lots);
        copy.shoppers.addAll(shoppers);
        copy.messages.addAll(messages);
        copy.parked.addAll(parked);
        copy.positions.addAll(positions);
        copy.published = published.copy();
        return copy;
    }

    /** The same without what loyalty's tables hold. */
    public History withoutLoyalty() {
        History copy = copy();
        List.of(copy.purchases, copy.assessments, copy.refunds, copy.members, copy.countedDays)
                .forEach(List::clear);
        List.of(copy.tierHistory, copy.wallets, copy.transfers, copy.closedHours, copy.lots)
                .forEach(List::clear);
        copy.lookedAt = Micros.NEVER;
        return copy;
    }

    /** What a reader of all this comes to know. */
    public Evidence evidence() {
        Evidence evidence = new Evidence(ids, programme.versions());
        Canaries canaries = new Canaries();
        TruthReader truthReader = new TruthReader(evidence, canaries);
        for (String line : truth) tell(truthReader, line);
        FactReader reader = new FactReader(evidence, canaries, Published.PARTITIONS);
        intake.forEach(reader::posted);
        published.delivered().forEach(reader::read);
        for (FactTopic topic : FactTopic.values()) {
            published.journals().get(topic).forEach(evidence.spine.journals.get(topic)::add);
        }
        evidence.spine.spans.addAll(published.spans());
        evidence.spine.positions.addAll(positions);
        evidence.spine.parked.addAll(parked);
        tables(evidence);
        return evidence;
    }

    private static void tell(TruthReader reader, String line) {
        try {
            reader.line(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void tell(Evidence evidence, Assessed each) {
        int first = evidence.loyalty.awards.size();
        each.awards().forEach(evidence.loyalty.awards::add);
        evidence.loyalty.assessments.add(new Loyalty.Assessment(
                each.purchase(),
                each.customer(),
                "regulars",
                each.version(),
                each.late(),
                first,
                each.awards().size()));
    }

    private void tables(Evidence evidence) {
        receipts.forEach(evidence.crm.receipts::add);
        touchpoints.forEach(evidence.crm.touchpoints::add);
        waitingRefunds.forEach(evidence.crm.waitingRefunds::add);
        kin.tell(evidence.crm.kinship);
        timeline.forEach(evidence.crm.timeline::add);
        timelineMembers.forEach(evidence.crm.timelineMembers::add);
        purchases.forEach(evidence.loyalty.purchases::add);
        refunds.forEach(evidence.loyalty.refunds::add);
        assessments.forEach(each -> tell(evidence, each));
        members.forEach(evidence.loyalty.members::add);
        countedDays.forEach(evidence.loyalty.countedDays::add);
        tierHistory.forEach(evidence.loyalty.tierHistory::add);
        wallets.forEach(evidence.loyalty.wallets::add);
        transfers.forEach(evidence.loyalty.transfers::add);
        closedHours.forEach(evidence.loyalty.closedHours::add);
        evidence.loyalty.lookedAt = lookedAt;
        lots.forEach(evidence.loyalty.lots::add);
        shoppers.forEach(evidence.engagement.shoppers::add);
        messages.forEach(evidence.engagement.messages::add);
    }
}
