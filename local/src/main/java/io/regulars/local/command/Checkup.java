package io.regulars.local.command;

import io.regulars.local.process.ProjectRoot;
import io.regulars.local.suite.Ports;
import io.regulars.local.suite.RunningSuite;
import io.regulars.local.suite.ServiceName;
import io.regulars.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at the machine and the build, and at what runs if anything does. */
final class Checkup {
    private static final long ENOUGH_DISK = 5L << 30;

    private final SuiteOptions options;
    private final List<Finding> findings = new ArrayList<>();

    Checkup(SuiteOptions options) {
        this.options = options;
    }

    List<Finding> findings() {
        java();
        disk();
        build();
        RunningSuite.in(options.data())
                .ifPresentOrElse(running -> findings.addAll(new RunningCheckup(running).findings()), this::ports);
        return findings;
    }

    private void java() {
        int version = Runtime.version().feature();
        findings.add(new Finding(version >= 17, "Java is %s; 17 or later is needed.".formatted(Runtime.version())));
    }

    private void disk() {
        Path folder = options.data();
        while (!Files.exists(folder)) folder = folder.getParent();
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            findings.add(new Finding(
                    free >= ENOUGH_DISK,
                    "%.1f GB of disk are free at %s; 5 GB are needed.".formatted(free / 1e9, folder)));
        } catch (IOException unreadable) {
            findings.add(Finding.wrong("The free disk at %s cannot be read: %s", folder, unreadable.getMessage()));
        }
        if (!Files.isWritable(folder)) findings.add(Finding.wrong("%s is not writable.", folder));
    }

    private void build() {
        Path root = ProjectRoot.find();
        List<String> missing = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
            if (!Files.exists(jar)) missing.add(service.module());
        }
        findings.add(
                missing.isEmpty()
                        ? Finding.well("All four services are built.")
                        : Finding.wrong(
                                "Not built: %s; ./mvnw -DskipTests package builds.", String.join(", ", missing)));
    }

    private void ports() {
        findings.add(Finding.well("Nothing runs in %s.", options.data()));
        List<Ports.Taken> taken = options.ports().taken();
        if (taken.isEmpty())
            findings.add(
                    Finding.well("All %d ports are free.", options.ports().all().size()));
        for (Ports.Taken port : taken) {
            findings.add(Finding.wrong(
                    "Port %d, wanted for %s, is held by %s; %s chooses another.",
                    port.port(), port.whose(), PortHolder.of(port.port()), port.option()));
        }
    }
}
