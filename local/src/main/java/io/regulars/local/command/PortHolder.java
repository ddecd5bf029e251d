package io.regulars.local.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who listens on a port, as far as Linux's /proc tells us. */
final class PortHolder {
    private static final String LISTENING = "0A";
    private static final Path PROC = Path.of("/proc");

    private PortHolder() {}

    static String of(int port) {
        return inode(port)
                .flatMap(PortHolder::process)
                .map(process -> "pid " + process.pid()
                        + process.info().command().map(path -> ", " + path).orElse(""))
                .orElse("another process");
    }

    private static Optional<String> inode(int port) {
        String wanted = String.format(Locale.ROOT, ":%04X", port);
        for (String table : List.of("net/tcp", "net/tcp6")) {
            try {
                for (String line : Files.readAllLines(PROC.resolve(table))) {
                    String[] columns = line.strip().split("\\s+");
                    boolean found = columns.length > 9 && columns[1].endsWith(wanted) && columns[3].equals(LISTENING);
                    if (found) return Optional.of(columns[9]);
                }
            } catch (IOException notLinux) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<ProcessHandle> process(String inode) {
        String socket = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        Path descriptors = PROC.resolve(Long.toString(process.pid())).resolve("fd");
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                if (Files.readSymbolicLink(descriptor).toString().equals(socket)) return true;
            }
            return false;
        } catch (IOException notOurs) {
            return false;
        }
    }
}
