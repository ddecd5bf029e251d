package io.regulars.loyalty.night;

import io.regulars.loyalty.night.Round.After;
import io.regulars.loyalty.night.Round.Reached;
import io.regulars.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * One round of a night: whoever comes next is found and visited, in transactions of their own. How far that brought the
 * night is written with the next round; killed before, the same ones are looked for again and nothing is left to do.
 */
@ApplicationScoped
class RunNight {

    private final Database database;
    private final NextRound nextRound;
    private final VisitInLanes visitInLanes;

    RunNight(Database database, NextRound nextRound, VisitInLanes visitInLanes) {
        this.database = database;
        this.nextRound = nextRound;
        this.visitInLanes = visitInLanes;
    }

    /** @param since how far the rounds before have brought it, or null at first */
    Round step(NightWatch watch, Reached since, int most) {
        Round next = database.untilDone(tx -> nextRound.of(tx, watch, since, most));
        if (next.after() != After.GO_ON || next.customers().isEmpty()) return next;
        return visitInLanes.visit(watch, next).map(next::done).orElseGet(Round::lost);
    }
}
