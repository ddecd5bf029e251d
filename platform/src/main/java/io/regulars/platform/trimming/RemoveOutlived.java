package io.regulars.platform.trimming;

import io.regulars.platform.clock.Clock;
import io.regulars.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Removes what has outlived its use, a few rows at a time and each few in a transaction of their own. */
@ApplicationScoped
public class RemoveOutlived {

    private static final Logger LOG = Logger.getLogger(RemoveOutlived.class);
    private static final int FEW = 500;

    private final Database database;
    private final Clock clock;
    private final Instance<Outlived> kinds;

    RemoveOutlived(Database database, Clock clock, @Any Instance<Outlived> kinds) {
        this.database = database;
        this.clock = clock;
        this.kinds = kinds;
    }

    public void all() {
        Instant now = clock.now();
        for (Outlived kind : kinds) all(kind, now);
    }

    private void all(Outlived kind, Instant now) {
        int removed = 0;
        int few = FEW;
        while (few == FEW) {
            few = database.untilDone(tx -> kind.remove(tx, now, FEW));
            removed += few;
        }
        if (removed > 0) LOG.infof("removed %d %s", removed, kind.what());
    }
}
