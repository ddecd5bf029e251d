package io.regulars.local.simulator.town;

import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One day of a town, as its tests look at it. */
final class TheDay {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    static final TownOptions OPTIONS = TownOptions.of(42, "r1", DAY);

    static final List<Act> ACTS = Town.day(OPTIONS);
    static final List<Slip> SLIPS = slips(ACTS).filter(slip -> !slip.isFlawed()).toList();
    static final Map<UUID, Purchase> PURCHASES =
            SLIPS.stream().filter(slip -> slip.refund() == null).collect(Collectors.toMap(Slip::id, Slip::purchase));
    static final List<Refund> REFUNDS =
            SLIPS.stream().map(Slip::refund).filter(refund -> refund != null).toList();

    private TheDay() {}

    static Stream<Act.Post> posts() {
        return ACTS.stream().filter(Act.Post.class::isInstance).map(Act.Post.class::cast);
    }

    static Stream<Act.Deliver> deliveries() {
        return ACTS.stream().filter(Act.Deliver.class::isInstance).map(Act.Deliver.class::cast);
    }

    static Stream<Slip> slips(List<Act> acts) {
        return acts.stream()
                .flatMap(act -> act instanceof Act.Post post
                        ? Stream.of(post.slip())
                        : act instanceof Act.Deliver delivery ? delivery.slips().stream() : Stream.empty());
    }

    static Instant occurredAt(Slip slip) {
        return slip.refund() == null
                ? slip.purchase().occurredAt()
                : slip.refund().occurredAt();
    }
}
