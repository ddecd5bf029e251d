package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Faults;
import io.regulars.platform.database.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Applies a batch with its position in one transaction; finds and parks the one record that cannot be applied. */
final class Applier {

    private static final Logger LOG = Logger.getLogger(Applier.class);
    private static final int FLOOD_PER_MINUTE = 200;
    private static final int LONGEST_RACE = 8;

    private final View view;
    private final Database database;
    private final Places places;
    private final Parking parking;

    Applier(View view, Database database, Places places, Parking parking) {
        this.view = view;
        this.database = database;
        this.places = places;
        this.parking = parking;
    }

    void apply(Batch batch) {
        apply(batch, 0);
    }

    /**
     * Applies all of it; on return the position has moved past it. Passing faults and lost positions are thrown.
     *
     * @param racesLost how often this batch has lost a race before: one that is lost again and again is none
     */
    void apply(Batch batch, int racesLost) {
        if (batch.isEmpty()) return;
        try {
            database.inTransaction(tx -> whole(tx, batch));
        } catch (Places.Lost lost) {
            throw lost;
        } catch (RuntimeException failure) {
            if (saidTwice(failure)) throw new Stopped("a fact was said twice: " + failure.getMessage(), failure);
            boolean isRace = Faults.isRace(failure) && racesLost < LONGEST_RACE;
            if (isRace || Faults.passes(failure) && !Faults.isRace(failure)) throw failure;
            divide(batch, racesLost, failure);
        }
    }

    private void divide(Batch batch, int racesLost, RuntimeException failure) {
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            apply(batch.first(half), racesLost);
            apply(batch.from(half), racesLost);
        } else {
            park(batch, failure);
        }
    }

    private Void whole(Tx tx, Batch batch) {
        boolean anyParked = places.move(tx, view.name(), batch.moves());
        List<Heard> fresh = concerning(batch.fresh());
        if (anyParked) fresh = withoutWaiting(tx, fresh);
        List<Told> told = new ArrayList<>(fresh.size());
        for (Heard record : fresh) told.add(record.told());
        if (!told.isEmpty()) view.apply(tx, told);
        return null;
    }

    private List<Heard> concerning(List<Heard> records) {
        Set<String> kinds = view.kinds();
        List<Heard> concerning = new ArrayList<>(records.size());
        for (Heard record : records) if (record.concerns(kinds)) concerning.add(record);
        return concerning;
    }

    /** Records of a subject that has something parked queue up behind it. */
    private List<Heard> withoutWaiting(Tx tx, List<Heard> records) {
        Set<String> waiting = parking.waiting(tx, view.name(), records);
        List<Heard> rest = new ArrayList<>(records.size());
        for (Heard record : records) {
            if (record.topic() != Topic.INTAKE && waiting.contains(record.subject())) {
                parking.park(tx, view.name(), record, "waits behind an earlier record of the same subject");
            } else {
                rest.add(record);
            }
        }
        return rest;
    }

    private void park(Batch single, RuntimeException failure) {
        if (single.fresh().isEmpty()) throw new Stopped("a position cannot be moved", failure);
        Heard record = single.fresh().get(0);
        LOG.errorf(
                failure, "view %s parks %s/%d at %d", view.name(), record.topic(), record.partition(), record.place());
        long recent = database.inTransaction(tx -> {
            places.move(tx, view.name(), single.moves());
            parking.park(tx, view.name(), record, reason(failure));
            return parking.parkedInTheLastMinute(tx, view.name());
        });
        if (recent > FLOOD_PER_MINUTE) {
            throw new Stopped(recent + " records parked within a minute: something is wrong with all of them", failure);
        }
    }

    /** Moves a position without a record: the topic was cut or swapped beneath it. */
    void moveOnly(Place from, Place to) {
        database.inTransaction(tx -> places.move(tx, view.name(), List.of(new Places.Move(from, to))));
    }

    static String reason(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static boolean saidTwice(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("a_fact_is_said_once");
    }
}
