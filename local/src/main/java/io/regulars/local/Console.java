package io.regulars.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the command line says to the person before it. */
public final class Console {
    private static final int BAR = 30;

    private final PrintStream out;
    private final boolean live;
    private boolean lineOpen;
    private long lastQuarter;

    private Console(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    public static Console terminal() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new Console(out, System.console() != null);
    }

    public static Console writingTo(PrintStream out) {
        return new Console(out, false);
    }

    public static Console silent() {
        return writingTo(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    public synchronized void say(String sentence) {
        endLine();
        out.println(sentence);
    }

    public void say(String format, Object... values) {
        say(format.formatted(values));
    }

    /** Redraws one line on a terminal; elsewhere it says a line at each quarter of the work. */
    public synchronized void progress(long done, long total, String note) {
        long quarter = total == 0 ? 4 : 4 * Math.min(done, total) / total;
        if (!live && quarter == lastQuarter) return;
        lastQuarter = quarter;
        int filled = total == 0 ? BAR : (int) (BAR * Math.min(done, total) / total);
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        out.print((live ? "\r" : "") + "[" + bar + "] " + done + "/" + total + " " + note + (live ? "\u001b[K" : ""));
        out.flush();
        lineOpen = true;
        if (done >= total || !live) endLine();
    }

    private void endLine() {
        if (lineOpen) out.println();
        lineOpen = false;
    }
}
