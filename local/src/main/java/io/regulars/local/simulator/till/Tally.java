package io.regulars.local.simulator.till;

import io.regulars.local.simulator.town.Slip;
import io.regulars.local.truth.Truth.Outcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What a trading day came to, while it runs and afterwards. */
public final class Tally {
    private static final int MOST_SURPRISES = 20;

    private final Map<Outcome, LongAdder> answers = new ConcurrentHashMap<>();
    private final LongAdder receipts = new LongAdder();
    private final LongAdder members = new LongAdder();
    private final LongAdder contacts = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private final LongAdder refusedAsTheyShould = new LongAdder();
    private final LongAdder contradictions = new LongAdder();
    private final LongAdder givenUp = new LongAdder();
    private final AtomicInteger surprises = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> firstSurprises = new ConcurrentLinkedQueue<>();
    private final Latencies latencies = new Latencies();

    void answered(Answer answer, long nanos) {
        answers.computeIfAbsent(answer.outcome(), first -> new LongAdder()).increment();
        if (answer.isOk()) latencies.record(nanos);
    }

    /** A receipt's first post, or what settled it. */
    public void judge(Slip slip, Answer answer) {
        if (answer.isUnknown()) givenUp.increment();
        else if (answer.isOk() == slip.isFlawed()) surprise(slip, answer);
        else if (slip.isFlawed()) refusedAsTheyShould.increment();
        else {
            receipts.increment();
            if (!answer.names(slip.id())) surprise(slip, answer);
        }
    }

    public void judgeRepeat(Slip slip, Answer answer) {
        if (answer.isOk() == slip.isFlawed() && !answer.isUnknown()) surprise(slip, answer);
        else if (answer.isOk()) repeats.increment();
    }

    /** It is taken, to be found out later, or refused when somebody waited for the outcome. */
    public void judgeContradiction(Slip slip, Answer answer) {
        if (answer.status() == 202 || "receipt_conflict".equals(answer.code())) contradictions.increment();
        else if (!answer.isUnknown()) surprise(slip, answer);
    }

    public void judgeContact(String ref, Answer answer) {
        if (answer.isOk()) contacts.increment();
        else if (answer.isUnknown()) givenUp.increment();
        else surprise("touchpoint " + ref, answer);
    }

    public void judgeEnrolment(String shopper, Answer answer) {
        if (answer.isOk()) members.increment();
        else if (answer.isUnknown()) givenUp.increment();
        else if (!"already_member".equals(answer.code())) surprise("enrolment of shopper " + shopper, answer);
    }

    public void judgeVoid(UUID voidId, Answer answer) {
        if (answer.isUnknown()) givenUp.increment();
        else if (!answer.isOk()) surprise("void " + voidId, answer);
    }

    private void surprise(Slip slip, Answer answer) {
        surprise(slip.isFlawed() ? slip.flaw() + " on " + slip.id() : "receipt " + slip.id(), answer);
    }

    /** The suite said something that a till which did nothing wrong, or everything, does not expect. */
    private void surprise(String about, Answer answer) {
        if (surprises.incrementAndGet() > MOST_SURPRISES) return;
        firstSurprises.add("%s: %d %s".formatted(about, answer.status(), answer.body()));
    }

    /** Receipts that are certain: recorded, each counted once. */
    public long receipts() {
        return receipts.sum();
    }

    public long members() {
        return members.sum();
    }

    /** Touchpoints that are certain. */
    public long contacts() {
        return contacts.sum();
    }

    public long repeats() {
        return repeats.sum();
    }

    public long refusals() {
        return refusedAsTheyShould.sum();
    }

    public long contradictions() {
        return contradictions.sum();
    }

    public long givenUps() {
        return givenUp.sum();
    }

    /** HTTP answers by what they let a till know. */
    public long answers(Outcome outcome) {
        LongAdder counted = answers.get(outcome);
        return counted == null ? 0 : counted.sum();
    }

    public int surprises() {
        return surprises.get();
    }

    public List<String> firstSurprises() {
        return List.copyOf(firstSurprises);
    }

    public Latencies latencies() {
        return latencies;
    }
}
