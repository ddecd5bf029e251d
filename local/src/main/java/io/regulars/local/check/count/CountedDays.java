package io.regulars.local.check.count;

import io.regulars.local.check.Tally;
import io.regulars.local.check.column.Index;
import io.regulars.local.check.evidence.Evidence;
import io.regulars.local.check.evidence.Loyalty.CountedDay;
import io.regulars.local.check.evidence.Loyalty.Member;
import io.regulars.local.check.model.Expected;
import io.regulars.local.check.model.ReferenceModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** What counted of each local day of a member must be what the facts of that day come to. */
final class CountedDays {
    private final Evidence evidence;
    private final ReferenceModel model;
    private final Tally tally;
    private final Index<CountedDay> days;

    CountedDays(Evidence evidence, ReferenceModel model, Tally tally) {
        this.evidence = evidence;
        this.model = model;
        this.tally = tally;
        this.days = Index.of(evidence.loyalty.countedDays, CountedDay::customer, evidence.ids);
    }

    void compare() {
        evidence.loyalty.members.forEach(this::member);
        evidence.loyalty.countedDays.stream()
                .filter(each -> model.knowsMember(each.customer()))
                .filter(each -> !model.members().containsKey(each.customer()))
                .forEach(each -> tally.wrong("a day counts of %s, who is no member", evidence.id(each.customer())));
    }

    private void member(Member member) {
        Expected expected = model.members().get(member.customer());
        if (expected == null
                || !model.knowsMember(member.customer())
                || evidence.loyalty.byHand.contains(member.customer())) return;
        Map<Long, Long> stored = new HashMap<>();
        days.run(member.customer()).forEach(each -> stored.merge(each.day(), each.spend(), Long::sum));
        TreeSet<Long> all = new TreeSet<>(expected.days());
        all.addAll(stored.keySet());
        for (long day : all) {
            long counted = stored.getOrDefault(day, 0L);
            if (counted == expected.spend(day)) continue;
            tally.wrong(
                    "of %s, %d counted on %s and %d should",
                    evidence.id(member.customer()), counted, LocalDate.ofEpochDay(day), expected.spend(day));
        }
    }
}
