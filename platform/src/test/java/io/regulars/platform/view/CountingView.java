package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Tx;
import java.util.List;
import java.util.Set;

/** Counts every fact it is given, with nothing to stop it from counting twice; its test can make trouble at each step. */
final class CountingView implements View {

    private static final String COUNT = """
            insert into counted (view, topic, event_id, subject, seq) values ($1, $2, $3, $4, $5)
            """;
    private static final String COUNT_ANEW = """
            insert into counted_anew (view, topic, event_id, subject, seq, ordinal)
            values ($1, $2, $3, $4, $5, (select count(*) from counted_anew))
            """;

    /** What may go wrong between one statement and the next. */
    enum Step {
        MOVED,
        COUNTED,
        COMMITTED
    }

    @FunctionalInterface
    interface Trouble {
        void at(Step step, Tx tx, Told told);
    }

    private final String name;
    private final Set<Topic> follows;
    private boolean rebuildable;
    private volatile Trouble trouble = (step, tx, told) -> {};

    CountingView(String name, Topic... follows) {
        this.name = name;
        this.follows = Set.of(follows);
    }

    CountingView with(Trouble someTrouble) {
        trouble = someTrouble;
        return this;
    }

    /** With a table of its own in which the same facts make the same rows: it can be built anew. */
    CountingView rebuildable() {
        rebuildable = true;
        return this;
    }

    @Override
    public List<String> tables() {
        return rebuildable ? List.of("counted_anew") : List.of();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Topic> follows() {
        return follows;
    }

    @Override
    public void apply(Tx tx, List<Told> batch) {
        for (Told told : batch) {
            trouble.at(Step.MOVED, tx, told);
            tx.send(
                    rebuildable ? COUNT_ANEW : COUNT,
                    name,
                    told.topic().topicName(),
                    told.eventId(),
                    told.event().subject(),
                    told.seq());
            trouble.at(Step.COUNTED, tx, told);
            tx.afterCommit(() -> trouble.at(Step.COMMITTED, tx, told));
        }
    }
}
