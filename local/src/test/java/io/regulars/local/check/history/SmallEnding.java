package io.regulars.local.check.history;

import io.regulars.events.CustomerRef;
import io.regulars.events.Purchase;
import io.regulars.events.Refund;
import io.regulars.local.truth.Truth.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How a history ends: with what would seldom happen by chance. */
final class SmallEnding {
    /** So many shoppers there are else. */
    private static final int SMALL_TOWN = 4;

    private static final CustomerRef MEMBER = SmallTill.shopper(0);

    private final SmallWorld world;
    private final SmallTill till;
    private final SmallCrm crm;
    private final SmallLoyalty loyalty;

    SmallEnding(SmallWorld world, SmallTill till, SmallCrm crm, SmallLoyalty loyalty) {
        this.world = world;
        this.till = till;
        this.crm = crm;
        this.loyalty = loyalty;
    }

    /** Three who were met before and are met after; who was merged by mistake is herself again. */
    void turnOutToBeOne() {
        CustomerRef dan = SmallTill.shopper(SMALL_TOWN);
        CustomerRef eve = SmallTill.shopper(SMALL_TOWN + 1);
        CustomerRef fay = SmallTill.shopper(SMALL_TOWN + 2);
        List.of(dan, eve, fay).forEach(crm::contact);
        UUID[] merges = {crm.merges.merge(crm.customer(dan), crm.customer(eve)), null};
        List.of(dan, eve).forEach(crm::contact);
        merges[1] = crm.merges.merge(crm.customer(fay), crm.customer(eve));
        world.timePasses();
        List.of(dan, eve, fay).forEach(crm::contact);
        if (world.random.nextBoolean()) crm.merges.undo(merges[world.random.nextInt(2)]);
        List.of(dan, eve, fay).forEach(crm::contact);
    }

    /** Points wait, start and end; more is brought back than there is, and what starts then repays it. */
    void dates() {
        world.once = false;
        if (world.programme.versionAt(world.now()) == 1) world.programme.publish(world.now());
        buys(40_000, world.now());
        world.passes(Duration.ofDays(4));
        bringsBack(150_000);
        buys(200_000, world.now());
        world.passes(Duration.ofDays(world.random.nextBoolean() ? 4 : 64));
        buys(10_000, world.now());
        world.passes(Duration.ofDays(world.random.nextBoolean() ? 4 : 64));
    }

    /** Somebody bought on the first day that counts today, at its first moment, and in the last one before it. */
    void edges() {
        world.timePasses();
        world.once = false;
        LocalDate first = SmallMember.day(world.now()).plusDays(1);
        passTo(first.atStartOfDay(SmallProgramme.ZONE).toInstant().minusMillis(1));
        buys(10_000, world.now());
        world.passes(Duration.ofMillis(1));
        buys(10_000, world.now());
        LocalDate last = first.plusYears(1).minusDays(1);
        passTo(last.atTime(12, 0).atZone(SmallProgramme.ZONE).toInstant());
        buys(10_000, world.now());
    }

    private void passTo(Instant then) {
        world.passes(Duration.between(world.now(), then));
    }

    private void buys(long amount, Instant at) {
        Purchase made = till.receipt(MEMBER, List.of(SmallTill.line(1, amount)), false, at);
        crm.post(world.id(), made, Outcome.OK, 202).forEach(loyalty::hear);
    }

    /** Without the receipt it was bought on. */
    private void bringsBack(long amount) {
        Refund.Line line = new Refund.Line(null, "SKU-1", BigDecimal.ONE, amount);
        Refund refund = till.refund(MEMBER, List.of(line), world.now());
        crm.post(world.id(), null, refund, MEMBER).forEach(loyalty::hear);
    }
}
