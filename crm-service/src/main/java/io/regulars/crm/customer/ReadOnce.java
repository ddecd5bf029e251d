package io.regulars.crm.customer;

import io.regulars.crm.identifier.Mention;
import io.regulars.crm.identifier.Mentions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the events of one transaction name their customers by, each read once however often it is asked for. */
final class ReadOnce {

    private final Mentions mentions;
    private final Map<Shown, List<Mention>> read = new HashMap<>();

    ReadOnce(Mentions mentions) {
        this.mentions = mentions;
    }

    List<Mention> of(Shown shown) {
        if (shown.ref() == null) return List.of();
        return read.computeIfAbsent(shown, each -> mentions.of(each.ref(), each.store()));
    }
}
