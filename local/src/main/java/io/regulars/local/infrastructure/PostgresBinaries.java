package io.regulars.local.infrastructure;

import io.regulars.local.process.Folders;
import io.regulars.local.process.ProjectRoot;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server's own programs, unpacked once per build from the Maven artifact of this machine's kind. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    static synchronized Path folder() {
        Path folder = ProjectRoot.find().resolve("local/target/postgres");
        if (Files.isDirectory(folder)) return folder;
        Path unpacked =
                folder.resolveSibling("postgres." + ProcessHandle.current().pid());
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine())) {
            unpack(archive, unpacked);
            putInPlace(unpacked, folder);
            return folder;
        } catch (IOException refused) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked to " + folder, refused);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream entries = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) throw new IOException("an entry leaves its folder: " + entry.getName());
                write(entry, entries, path);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            boolean program = path.getParent().endsWith("bin");
            if (program && !path.toFile().setExecutable(true, false)) throw new IOException("not executable: " + path);
        }
    }

    private static void putInPlace(Path unpacked, Path folder) throws IOException {
        try {
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) {
            if (!Files.isDirectory(folder)) throw another;
            Folders.delete(unpacked);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        String arch = System.getProperty("os.arch");
        return "amd64".equals(arch) ? "x86_64" : arch;
    }
}
