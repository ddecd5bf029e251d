package io.regulars.local.simulator;

import io.regulars.local.simulator.till.Answer;
import io.regulars.local.simulator.till.Tally;
import io.regulars.local.simulator.till.TillClient;
import io.regulars.local.simulator.town.Act;
import io.regulars.local.simulator.town.Shopper;
import io.regulars.local.simulator.town.Slip;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Does one act to its end: posts, repeats and contradictions one after the other. */
final class PlayAct {
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final TillClient till;
    private final Tally tally;
    private final Acquaintances acquaintances = new Acquaintances();

    PlayAct(TillClient till, Tally tally) {
        this.till = till;
        this.tally = tally;
    }

    CompletableFuture<Void> play(Act act) {
        if (act instanceof Act.Post post) return play(post);
        if (act instanceof Act.Deliver delivery) return play(delivery);
        if (act instanceof Act.Contact contact) return play(contact);
        if (act instanceof Act.Undo undo) return play(undo);
        return play((Act.Enrol) act);
    }

    private CompletableFuture<Void> play(Act.Post post) {
        Slip slip = acquaintances.safelyNamed(post.slip());
        return posted(post, slip).thenCompose(answer -> {
            tally.judge(slip, answer);
            if (!answer.isOk() || slip.isFlawed()) return done();
            if (answer.isApplied() && isIntroduced(slip)) acquaintances.meet(slip.shopper());
            return again(post.times() - 1, () -> repeated(slip)).thenCompose(repeated -> contradict(post, slip));
        });
    }

    private CompletableFuture<Answer> posted(Act.Post post, Slip slip) {
        Duration wait = post.waits() ? WAIT : Duration.ZERO;
        if (!post.hangsUp()) return till.post(slip, wait);
        return till.hangUp(slip).thenCompose(open -> till.postAgain(slip, wait));
    }

    private CompletableFuture<Void> repeated(Slip slip) {
        return till.postAgain(slip, Duration.ZERO).thenAccept(answer -> tally.judgeRepeat(slip, answer));
    }

    /** Comes after an acknowledged post of the same receipt, and so behind it in the log. */
    private CompletableFuture<Void> contradict(Act.Post post, Slip slip) {
        if (post.contradiction() == null) return done();
        Slip other = slip.with(post.contradiction()).naming(slip.purchase().customer());
        return till.contradict(other).thenAccept(answer -> tally.judgeContradiction(other, answer));
    }

    private CompletableFuture<Void> play(Act.Deliver delivery) {
        List<Slip> slips =
                delivery.slips().stream().map(acquaintances::safelyNamed).toList();
        return till.deliver(slips, delivery.asLines(), false)
                .thenCompose(answers -> settled(slips, answers))
                .thenCompose(settled -> again(delivery.times() - 1, () -> redelivered(slips, delivery.asLines())));
    }

    /** What the delivery left open is posted one by one. */
    private CompletableFuture<Void> settled(List<Slip> slips, List<Answer> answers) {
        CompletableFuture<Void> all = done();
        for (int i = 0; i < slips.size(); i++) {
            Slip slip = slips.get(i);
            Answer answer = answers.get(i);
            if (answer.isUnknown()) {
                all = all.thenCompose(before -> till.postAgain(slip, Duration.ZERO))
                        .thenAccept(second -> tally.judge(slip, second));
            } else {
                tally.judge(slip, answer);
            }
        }
        return all;
    }

    private CompletableFuture<Void> redelivered(List<Slip> slips, boolean asLines) {
        return till.deliver(slips, asLines, true).thenAccept(answers -> {
            for (int i = 0; i < slips.size(); i++) tally.judgeRepeat(slips.get(i), answers.get(i));
        });
    }

    private CompletableFuture<Void> play(Act.Enrol enrol) {
        return till.enrol(enrol).thenAccept(answer -> {
            tally.judgeEnrolment(enrol.shopper().id(), answer);
            if (answer.isOk()) acquaintances.meet(enrol.shopper());
        });
    }

    private CompletableFuture<Void> play(Act.Contact contact) {
        return till.tell(contact, false)
                .thenAccept(answer -> tally.judgeContact(contact.touchpoint().ref(), answer))
                .thenCompose(told -> again(contact.times() - 1, () -> toldAgain(contact)));
    }

    private CompletableFuture<Void> toldAgain(Act.Contact contact) {
        return till.tell(contact, true).thenAccept(answer -> {});
    }

    private CompletableFuture<Void> play(Act.Undo undo) {
        return till.undo(undo, false)
                .thenAccept(answer -> tally.judgeVoid(undo.voidId(), answer))
                .thenCompose(undone -> again(undo.times() - 1, () -> undoneAgain(undo)));
    }

    private CompletableFuture<Void> undoneAgain(Act.Undo undo) {
        return till.undo(undo, true).thenAccept(answer -> tally.judgeVoid(undo.voidId(), answer));
    }

    private static boolean isIntroduced(Slip slip) {
        Shopper shopper = slip.shopper();
        return shopper != null
                && slip.purchase() != null
                && shopper.full().equals(slip.purchase().customer());
    }

    private static CompletableFuture<Void> again(int times, Supplier<CompletableFuture<Void>> deed) {
        CompletableFuture<Void> all = done();
        for (int i = 0; i < times; i++) all = all.thenCompose(before -> deed.get());
        return all;
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
