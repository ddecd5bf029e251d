package io.regulars.local.check.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.regulars.events.Event;
import io.regulars.events.Types;
import io.regulars.local.check.column.Ids;
import io.regulars.local.check.evidence.Crm;
import io.regulars.local.check.evidence.FactTopic;
import io.regulars.local.check.evidence.Micros;
import io.regulars.local.check.evidence.Prints;
import io.regulars.local.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** One clock, one source of chance, and the pen with which three small services write one history. */
final class SmallWorld {
    final Random random;
    final SmallProgramme programme = new SmallProgramme();
    final History history = new History(new Ids(), programme);
    /** Whether it is still before programmes had versions. */
    boolean once;

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    SmallWorld(long seed) {
        this.random = new Random(seed);
    }

    Instant now() {
        return now;
    }

    /** From minutes to weeks, so that a year's window moves. */
    void timePasses() {
        now = now.plusSeconds(60 + random.nextInt(random.nextInt(6) == 0 ? 3_000_000 : 40_000));
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }

    int number(UUID id) {
        return history.id(id);
    }

    Said say(FactTopic topic, Event event, Said cause) {
        return say(topic, Types.nameOf(event), event.subject(), event.occurredAt(), body(event), cause);
    }

    static ObjectNode body(Event event) {
        return Records.JSON.valueToTree(event);
    }

    Said say(FactTopic topic, String type, UUID subject, Instant occurredAt, ObjectNode body, Said cause) {
        Said said = new Said(topic, type, id(), subject, cause == null ? null : cause.eventId(), occurredAt, now, body);
        history.said.add(said);
        long shown = Prints.shown(said.subject(), said.type(), Micros.of(said.occurredAt()));
        history.timeline.add(new Crm.TimelineLine(number(said.eventId()), shown));
        return said;
    }

    void write(Truth truth) {
        try {
            history.truth.add(Records.JSON.writeValueAsString(truth));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
