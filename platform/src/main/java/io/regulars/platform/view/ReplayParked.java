package io.regulars.platform.view;

import io.regulars.platform.database.Database;
import io.regulars.platform.database.Faults;
import io.regulars.platform.database.Tx;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/** Applies what was parked of one subject, in order, once what was wrong is mended. */
@ApplicationScoped
public class ReplayParked {

    // The positions are locked first, like every batch does, so that nothing of this view overtakes the replay.
    private static final String LOCK = """
            select from view_position p where view = $1 and partition in (
                select partition from parked where parked.view = $1 and subject = $2)
            order by topic, partition for update
            """;

    private final Database database;
    private final Parking parking;
    private final Instance<View> views;

    ReplayParked(Database database, Parking parking, Instance<View> views) {
        this.database = database;
        this.parking = parking;
        this.views = views;
    }

    /** What came of it: how many records were applied, or why they are still parked. */
    public record Replayed(int applied, String error) {}

    public Replayed replay(String viewName, String subject) {
        View view = views.stream()
                .filter(each -> each.name().equals(viewName))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND, "There is no view of that name."));
        return replay(view, subject);
    }

    Replayed replay(View view, String subject) {
        try {
            return new Replayed(database.untilDone(tx -> apply(tx, view, subject)), null);
        } catch (RuntimeException stillWrong) {
            if (Faults.passes(stillWrong)) throw stillWrong;
            String reason = Applier.reason(stillWrong);
            database.inTransaction(tx -> {
                parking.stillWrong(tx, view.name(), subject, reason);
                return null;
            });
            return new Replayed(0, reason);
        }
    }

    private int apply(Tx tx, View view, String subject) {
        tx.rows(LOCK, view.name(), subject);
        List<Heard> parked = parking.of(tx, view.name(), subject);
        if (parked.isEmpty()) return 0;
        parking.remove(tx, view.name(), subject);
        view.apply(tx, parked.stream().map(Heard::told).toList());
        return parked.size();
    }
}
