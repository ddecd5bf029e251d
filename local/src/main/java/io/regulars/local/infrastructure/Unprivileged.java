package io.regulars.local.infrastructure;

import io.regulars.local.process.NotStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL refuses to run as root: as root it runs in a user namespace of its own, or else as uid 65534. */
final class Unprivileged {
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> PREFIX = choosePrefix();

    private Unprivileged() {}

    static List<String> words(List<String> words) {
        List<String> all = new ArrayList<>(PREFIX);
        all.addAll(words);
        return all;
    }

    /** Hands a folder over where another user is needed; says so when that user could not reach it. */
    static void own(Path folder) {
        if (!PREFIX.equals(OTHER_USER)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) Files.setAttribute(path, "unix:uid", NOBODY);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        if (!answers(words(List.of("ls", folder.toString())), null)) {
            throw new NotStarted("PostgreSQL must not run as root, this machine grants no user namespace, and another"
                    + " user cannot reach " + folder + ": start as an ordinary user, or choose another --data folder.");
        }
    }

    private static List<String> choosePrefix() {
        if (!answers(List.of("id", "-u"), "0")) return List.of();
        List<String> probe = new ArrayList<>(NAMESPACE);
        probe.addAll(List.of("id", "-u"));
        return answers(probe, Integer.toString(NOBODY)) ? NAMESPACE : OTHER_USER;
    }

    private static boolean answers(List<String> words, String expected) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS)
                    && process.exitValue() == 0
                    && (expected == null || expected.equals(answer));
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
