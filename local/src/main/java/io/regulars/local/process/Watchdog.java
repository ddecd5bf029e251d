package io.regulars.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Ends our children when this JVM is gone, however it went: a shell that waits for the end of its standard input. */
final class Watchdog {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            guarded=' '
            while read -r verb signal pid; do
                case $verb in
                    guard) guarded="$guarded$signal:$pid " ;;
                    leave) guarded=$(printf '%s' "$guarded" | sed "s/ [A-Z]*:$pid / /") ;;
                esac
            done
            for one in $guarded; do
                kill -s "${one%%:*}" "${one##*:}" 2>/dev/null
                kill -s CONT "${one##*:}" 2>/dev/null
            done
            exit 0
            """;
    private static final Watchdog OURS = new Watchdog();

    private final OutputStream orders;

    private Watchdog() {
        try {
            Process shell = new ProcessBuilder(ChildProcess.inOwnSession("sh", "-c", SCRIPT))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            orders = shell.getOutputStream();
        } catch (IOException noShell) {
            throw new UncheckedIOException("sh could not be started", noShell);
        }
    }

    static void guard(long pid, String lastSignal) {
        OURS.order("guard " + lastSignal + " " + pid);
    }

    static void leave(long pid) {
        OURS.order("leave - " + pid);
    }

    private synchronized void order(String line) {
        try {
            orders.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("the watchdog shell has ended", gone);
        }
    }
}
