package io.regulars.platform.view;

import io.regulars.events.Topic;
import io.regulars.platform.database.Tx;
import java.util.List;
import java.util.Set;

/** The same rules writing to the tables of the rebuild, which hide the live ones. */
record Beside(View live) implements View {
    @Override
    public String name() {
        return live.name() + "~rebuild";
    }

    @Override
    public Set<Topic> follows() {
        return live.follows();
    }

    @Override
    public Set<String> kinds() {
        return live.kinds();
    }

    @Override
    public void apply(Tx tx, List<Told> batch) {
        tx.send("set local search_path to rebuild, public");
        live.apply(tx, batch);
    }
}
