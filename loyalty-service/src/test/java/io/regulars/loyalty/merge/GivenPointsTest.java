package io.regulars.loyalty.merge;

import static io.regulars.loyalty.Club.NOON;
import static io.regulars.loyalty.Club.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Passbook;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.points.life.DatedLot;
import io.regulars.loyalty.points.life.DatedLot.State;
import io.regulars.loyalty.points.life.Movement.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Points of any two members: none is lost or made by joining them, and parting gives back what is there. */
class GivenPointsTest {

    private static final UUID MERGE = id("merge");
    private static final String PROGRAMME = "p";

    private final Random random = new Random(20261123);

    private record Account(Wallet wallet, List<Lot> lots) {
        Passbook open(String who) {
            return new Passbook(id(who), PROGRAMME, 10, List.of(wallet), Map.of("points", lots));
        }
    }

    private Account account(String who) {
        List<Lot> lots = new ArrayList<>();
        long debt = random.nextInt(3) == 0 ? 1 + random.nextInt(200) : 0;
        for (int number = 1; number <= random.nextInt(6); number++) {
            boolean pending = debt > 0 || random.nextInt(3) == 0;
            lots.add(lot(who, number, pending ? State.PENDING : State.ACTIVE));
        }
        long active = sum(lots, State.ACTIVE);
        return new Account(Wallet.of("points", active, sum(lots, State.PENDING), 0, debt, null), lots);
    }

    private Lot lot(String who, int number, State state) {
        long points = 1 + random.nextInt(100);
        DatedLot dated = new DatedLot(
                number,
                "points",
                NOON.minus(Duration.ofDays(random.nextInt(100))),
                state == State.PENDING ? NOON.plus(Duration.ofDays(1 + random.nextInt(9))) : NOON,
                random.nextBoolean() ? null : NOON.plus(Duration.ofDays(10 + random.nextInt(90))),
                points,
                state);
        UUID purchase = random.nextInt(4) == 0 ? null : id(who + number);
        return new Lot(dated, purchase, points, null, null);
    }

    private static long sum(Collection<Lot> lots, State state) {
        return lots.stream()
                .filter(lot -> lot.dated().posted() == state)
                .mapToLong(Lot::remaining)
                .sum();
    }

    private static long worth(Passbook book) {
        return book.wallets().stream()
                .mapToLong(wallet -> wallet.balance() + wallet.pending())
                .sum();
    }

    private static void join(Passbook from, Passbook into) {
        from.giveTo(into, lot -> true, true, lot -> lot.purchaseId() == null ? id("bob") : null, MERGE, NOON);
    }

    @Test
    void joining_neither_loses_nor_makes_points_and_leaves_nothing_behind() {
        for (int round = 0; round < 2_000; round++) {
            Passbook ann = account("ann").open("ann");
            Passbook bob = account("bob").open("bob");
            long before = worth(ann) + worth(bob);
            join(bob, ann);
            assertEquals(before, worth(ann), "round " + round);
            assertEquals(0, worth(bob), "round " + round);
            assertEquals(0, others(ann) + others(bob), "round " + round);
            for (Wallet wallet : ann.wallets()) assertEquals(0, Math.min(wallet.active(), wallet.debt()));
        }
    }

    /** Where nobody owes anything. */
    @Test
    void joined_and_parted_with_nothing_between_both_have_the_same_lots() {
        for (int round = 0; round < 2_000; round++) {
            Account one = account("ann");
            Account other = account("bob");
            if (one.wallet().debt() + other.wallet().debt() > 0) continue;
            Passbook ann = one.open("ann");
            Passbook bob = other.open("bob");
            join(bob, ann);
            Passbook home = new Passbook(id("bob"), PROGRAMME, bob.number(), bob.wallets(), Map.of());
            ann.giveTo(home, lot -> isBobs(lot, other), false, lot -> null, MERGE, NOON);
            assertEquals(known(one.lots()), known(left(ann, one)), "round " + round);
            assertEquals(known(other.lots()), known(home.opened()), "round " + round);
            assertEquals(0, others(ann) + others(bob) + others(home), "round " + round);
        }
    }

    private static boolean isBobs(Lot lot, Account bob) {
        if (lot.purchaseId() == null) return id("bob").equals(lot.side());
        return bob.lots().stream().anyMatch(each -> lot.purchaseId().equals(each.purchaseId()));
    }

    private static List<Lot> left(Passbook book, Account before) {
        return Stream.concat(before.lots().stream(), book.opened().stream())
                .map(lot -> book.lot(lot.number()).orElseThrow())
                .filter(lot -> lot.remaining() > 0)
                .toList();
    }

    /** What they are made of, whatever their numbers. */
    private static List<String> known(List<Lot> lots) {
        return lots.stream()
                .map(lot -> lot.purchaseId() + " " + lot.remaining() + " "
                        + lot.dated().earnedAt() + " " + lot.dated().startsAt() + " "
                        + lot.dated().expiresAt() + " " + lot.dated().posted())
                .sorted()
                .toList();
    }

    private static long others(Passbook book) {
        return book.transfers().stream().mapToLong(GivenPointsTest::toOthers).sum();
    }

    private static long toOthers(Transfer each) {
        if (each.way().to() == Place.OTHERS) return each.amount();
        return each.way().from() == Place.OTHERS ? -each.amount() : 0;
    }
}
