package io.regulars.loyalty.model;

import static io.regulars.loyalty.Club.id;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.membership.Memberships.Stored;
import io.regulars.loyalty.model.Case.Published;
import io.regulars.loyalty.model.StoredClub.Kept;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.points.Wallet;
import io.regulars.loyalty.programme.publishing.NewInstallation;
import io.regulars.platform.database.Database;
import io.regulars.platform.database.Tx;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The same cases through a real database: what it hands out and keeps is what the paper store does. All of them stand
 * beside each other in one, as programmes and members of their own, and go on together: a round is one transaction.
 * More of them with {@code -Dregulars.model.stored=2000}.
 */
@QuarkusTest
@TestProfile(NewInstallation.class)
class ModelThroughDatabaseTest {

    private static final int CASES = Integer.getInteger("regulars.model.stored", 200);
    private static final int BATCH = 5;

    @Inject
    Database database;

    @Inject
    StoredClub club;

    private int tries;

    @Test
    void what_is_stored_is_what_was_folded() {
        List<Case> cases = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) cases.add(Case.of(seed).named("-" + seed));
        String different = difference(cases);
        if (different == null) return;
        for (int seed = 0; seed < CASES; seed++) {
            if (alone(Case.of(seed)) == null) continue;
            Case smallest = Shrink.smallest(Case.of(seed), each -> alone(each) != null);
            fail("seed " + seed + " is, at its smallest," + smallest + "\n" + alone(smallest));
        }
        fail("only beside each other: " + different);
    }

    /** By itself, under names that were not used before. */
    private String alone(Case made) {
        if (made.rulebook().isEmpty()) return null;
        return difference(List.of(made.named("-try-" + ++tries)));
    }

    /** The first difference between what is kept here and there, or what broke. */
    private String difference(List<Case> cases) {
        List<Telling> tellings = cases.stream().map(Telling::new).toList();
        try {
            while (tellings.stream().anyMatch(each -> !each.isOver())) {
                database.untilDone(tx -> round(tx, tellings));
                tellings.forEach(Telling::goOn);
            }
        } catch (RuntimeException broken) {
            return broken.toString();
        }
        Set<UUID> all = new HashSet<>();
        for (Case each : cases) each.who().forEach(who -> all.add(id(who)));
        Map<UUID, Kept> kept = database.inTransaction(tx -> club.read(tx, all));
        return cases.stream()
                .map(each -> difference(each, kept))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A few facts of everybody, or whatever else comes next. */
    private Void round(Tx tx, List<Telling> tellings) {
        List<Command> facts = new ArrayList<>();
        List<Command> looks = new ArrayList<>();
        for (Telling each : tellings) each.publish(tx);
        for (Telling each : tellings) {
            facts.addAll(each.facts());
            Command other = each.other();
            if (other != null && other.looks()) looks.add(other);
        }
        club.hear(tx, facts);
        club.look(tx, looks);
        for (Telling each : tellings) {
            Command other = each.other();
            if (other != null && other.joinsAt() != null) club.join(tx, other, each.made.programme());
            if (other != null && other.leaves()) club.leave(tx, other, each.made.programme());
        }
        return null;
    }

    /** How far one case was told. */
    private static final class Telling {

        private final Case made;
        private int told;

        Telling(Case made) {
            this.made = made;
        }

        boolean isOver() {
            return told == made.commands().size();
        }

        List<Command> facts() {
            int end = told;
            while (end < made.commands().size()
                    && end - told < BATCH
                    && made.commands().get(end).fact() != null
                    && made.isUnderOneVersion(
                            made.commands().get(told).at(),
                            made.commands().get(end).at())) end++;
            return made.commands().subList(told, end);
        }

        /** What comes next where that is no fact. */
        Command other() {
            return isOver() || !facts().isEmpty() ? null : made.commands().get(told);
        }

        void goOn() {
            told += isOver() ? 0 : Math.max(1, facts().size());
        }

        /** Every version that holds by the last of these commands and was not published before them. */
        void publish(Tx tx) {
            if (isOver()) return;
            Instant before =
                    told == 0 ? Instant.MIN : made.commands().get(told - 1).at();
            Instant now =
                    made.commands().get(told + Math.max(1, facts().size()) - 1).at();
            for (int i = 0; i < made.versions().size(); i++) {
                Published version = made.versions().get(i);
                boolean due = i == 0
                        ? told == 0
                        : version.from().isAfter(before) && !version.from().isAfter(now);
                if (due) StoredClub.publish(tx, made.programme(), i + 1, version);
            }
        }
    }

    private static String difference(Case made, Map<UUID, Kept> kept) {
        PaperStore paper = made.endAsPublished();
        for (String who : made.who()) {
            Kept stored = kept.get(id(who));
            List<Object> theirs = stored == null
                    ? List.of()
                    : List.of(plain(stored.member()), amounts(stored.wallets()), holding(stored.lots()));
            List<Object> ours = paper.member(id(who)) == null
                    ? List.of()
                    : List.of(
                            plain(paper.member(id(who))),
                            amounts(paper.wallets(id(who))),
                            holding(paper.lots(id(who))));
            if (!ours.equals(theirs)) return who + made + "\n  paper:    " + ours + "\n  database: " + theirs;
        }
        return null;
    }

    /** Since when there is nothing to know of a tier says nothing. */
    private static Object plain(Stored member) {
        if (member.standing().tier() != null) return member;
        return List.of(member.membership(), member.experience(), member.transfers());
    }

    private static List<String> holding(Collection<Lot> lots) {
        return lots.stream()
                .filter(lot -> lot.remaining() > 0)
                .map(lot -> lot.dated().toString())
                .sorted()
                .toList();
    }

    /** An empty wallet is as good as none. When to look again may be sooner than needed, never later. */
    private static List<String> amounts(Collection<Wallet> wallets) {
        return wallets.stream()
                .filter(each -> each.active() + each.pending() + each.debt() != 0)
                .map(each -> each.id() + " " + each.active() + " " + each.pending() + " " + each.debt())
                .sorted()
                .toList();
    }
}
