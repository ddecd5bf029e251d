package io.regulars.local.simulator;

import io.regulars.local.simulator.till.Tally;
import io.regulars.local.simulator.till.TillClient;
import io.regulars.local.simulator.town.Act;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Plays what a town does against a gateway, at a pace; may be stopped and may be given one day after the other. */
public final class TradingDay {
    private static final long TELL_EVERY_MS = 200;

    private final PlayAct playAct;
    private final Tally tally;
    private final Pace pace;
    private final Semaphore free;
    private final AtomicReference<Throwable> defect = new AtomicReference<>();
    private volatile boolean stopped;
    private long lastReceipts;
    private long lastTold = System.nanoTime();

    /** @param tally the one the client counts into */
    public TradingDay(TillClient till, Tally tally, Pace pace) {
        this.playAct = new PlayAct(till, tally);
        this.tally = tally;
        this.pace = pace;
        this.free = new Semaphore(pace.atOnce());
    }

    /** Returns when every act has come to its end; tells now and then how many receipts are certain. */
    public void play(List<Act> acts, LongConsumer told) {
        long begun = System.nanoTime();
        long brought = 0;
        for (Act act : acts) {
            pace.await(begun, brought);
            tellIfDue(told);
            if (!taken(1, () -> !stopped, told)) break;
            brought += act.receipts();
            begin(act);
        }
        if (taken(pace.atOnce(), () -> true, told)) free.release(pace.atOnce());
        tell(told);
        Throwable broken = defect.get();
        if (broken != null) throw new IllegalStateException("the simulator broke", broken);
    }

    /** Lets what is under way come to its end and begins nothing new. */
    public void stop() {
        stopped = true;
    }

    private void begin(Act act) {
        playAct.play(act).whenComplete((done, failure) -> {
            if (failure != null) defect.compareAndSet(null, failure);
            free.release();
        });
    }

    /** Waits for places; false when it is not worth while any longer before there are enough. */
    private boolean taken(int places, BooleanSupplier worthWhile, LongConsumer told) {
        try {
            while (worthWhile.getAsBoolean() && defect.get() == null) {
                if (free.tryAcquire(places, TELL_EVERY_MS, TimeUnit.MILLISECONDS)) return true;
                tellIfDue(told);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void tellIfDue(LongConsumer told) {
        long now = System.nanoTime();
        if (now - lastTold < TimeUnit.MILLISECONDS.toNanos(TELL_EVERY_MS)) return;
        lastTold = now;
        tell(told);
    }

    private void tell(LongConsumer told) {
        long receipts = tally.receipts();
        if (receipts != lastReceipts) told.accept(receipts);
        lastReceipts = receipts;
    }
}
