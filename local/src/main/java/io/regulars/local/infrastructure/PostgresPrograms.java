package io.regulars.local.infrastructure;

import io.regulars.local.process.ChildProcess;
import io.regulars.local.process.Launch;
import io.regulars.local.process.NotStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** {@code initdb} and {@code postgres}, run by a user they accept, in a data directory. */
final class PostgresPrograms {
    private final Path data;
    private final Path log;

    PostgresPrograms(Path data, Path log) {
        this.data = data;
        this.log = log;
    }

    void createCluster(String admin, String password) {
        try {
            Files.createDirectories(data);
            Path secret = Files.writeString(data.resolveSibling("initdb.password"), password + "\n");
            Unprivileged.own(data);
            List<String> words = List.of(
                    program("initdb"),
                    "-D",
                    data.toString(),
                    "-U",
                    admin,
                    "--pwfile=" + secret,
                    "--encoding=UTF8",
                    "--auth=scram-sha-256",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
            ChildProcess initdb = ChildProcess.start(launch(words, log.resolveSibling("initdb.log")));
            int code = initdb.exit().join();
            Files.delete(secret);
            if (code != 0) throw new NotStarted("PostgreSQL's data could not be created:\n" + initdb.lastWords());
        } catch (IOException refused) {
            throw new UncheckedIOException("no data directory at " + data, refused);
        }
    }

    ChildProcess serve(int port, Properties settings) {
        List<String> words = new ArrayList<>(List.of(program("postgres"), "-D", data.toString(), "-p", "" + port));
        settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return ChildProcess.start(launch(words, log), "QUIT");
    }

    private Launch launch(List<String> words, Path output) {
        return new Launch("PostgreSQL", Unprivileged.words(words), Map.of("LC_ALL", "C"), data, output);
    }

    private static String program(String name) {
        return PostgresBinaries.folder().resolve("bin").resolve(name).toString();
    }
}
