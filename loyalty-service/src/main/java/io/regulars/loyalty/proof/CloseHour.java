package io.regulars.loyalty.proof;

import io.micrometer.core.instrument.MeterRegistry;
import io.regulars.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Closes the ledger up to what is settled, and chains what was written since the last time by its hash. */
@ApplicationScoped
public class CloseHour {

    private static final Logger LOG = Logger.getLogger(CloseHour.class);

    private static final Duration LATE = Duration.ofHours(2);

    private final Database database;
    private final LedgerHours hours;
    private final WrittenTransfers transfers;
    private final MeterRegistry meters;

    CloseHour(Database database, LedgerHours hours, WrittenTransfers transfers, MeterRegistry meters) {
        this.database = database;
        this.hours = hours;
        this.transfers = transfers;
        this.meters = meters;
    }

    /** Closes the hour that was over last, by the database's clock, unless it is closed. */
    public void ifDue() {
        Optional<Instant> due = database.read(hours::due);
        try {
            due.ifPresent(this::close);
        } finally {
            due.ifPresent(this::warnIfLate);
            database.inTransaction(tx -> {
                hours.looked(tx);
                return null;
            });
        }
    }

    private void warnIfLate(Instant due) {
        LedgerHour last = database.read(hours::last);
        if (last.hour().isAfter(due.minus(LATE))) return;
        LOG.warnf(
                "the hour of %s is not closed: the last one that is closed is number %d of %s",
                due, last.number(), last.hour());
    }

    /** Closes the ledger at the end of an hour that is over; says whether it happened here. */
    boolean close(Instant hour) {
        UUID owner = UUID.randomUUID();
        if (!database.untilDone(tx -> hours.take(tx, owner))) return false;
        try {
            return chain(hour, owner);
        } finally {
            database.inTransaction(tx -> {
                hours.letGo(tx, owner);
                return null;
            });
        }
    }

    private boolean chain(Instant hour, UUID owner) {
        LedgerHour before = database.read(hours::last);
        long settled = database.read(transfers::settled);
        if (!hour.isAfter(before.hour())) return false;
        if (settled < before.toPosition()) {
            LOG.warnf(
                    "hour %d ends at %d, and all is over only up to %d: nothing can be closed",
                    before.number(), before.toPosition(), settled);
            return false;
        }
        long began = System.nanoTime();
        HourHash hash = new HourHash(before, hour, settled);
        Optional<Place> place = Optional.of(Place.before(before.toPosition()));
        while (place.isPresent()) {
            Place after = place.get();
            Optional<WrittenTransfers.Page> page = database.inTransaction(
                    tx -> hours.take(tx, owner) ? Optional.of(transfers.page(tx, after, settled)) : Optional.empty());
            if (page.isEmpty()) return false;
            hash.add(page.get().lines());
            place = page.get().next();
        }
        LedgerHour closed = hash.closed();
        database.inTransaction(tx -> {
            hours.close(tx, closed);
            return null;
        });
        report(closed, Duration.ofNanos(System.nanoTime() - began));
        return true;
    }

    /** The line in the log is a witness outside of the database. */
    private void report(LedgerHour closed, Duration took) {
        meters.timer("regulars.ledger.hour").record(took);
        meters.counter("regulars.ledger.hour.transfers").increment(closed.transfers());
        LOG.infof(
                "ledger hour=%s number=%d transfers=%d hash=%s millis=%d",
                closed.hour(), closed.number(), closed.transfers(), closed.hash(), took.toMillis());
    }
}
