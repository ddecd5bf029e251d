package io.regulars.local.process;

import java.util.function.Consumer;

/** A part of the suite with a process of its own that somebody can look after. */
public abstract class Part {
    private ChildProcess process;
    private boolean wanted;

    public abstract String name();

    /** Starts it where it does not run. */
    public abstract void revive();

    public final synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** It ended although nobody asked it to. */
    public final synchronized boolean hasFallen() {
        return wanted && process != null && !process.isAlive();
    }

    public final ChildProcess process() {
        return process;
    }

    protected final synchronized void want() {
        wanted = true;
    }

    protected final synchronized ChildProcess runAs(ChildProcess started) {
        process = started;
        return started;
    }

    /** It is not wanted any more; what was never started is passed over. */
    protected final synchronized void end(Consumer<ChildProcess> how) {
        wanted = false;
        if (process != null) how.accept(process);
    }
}
