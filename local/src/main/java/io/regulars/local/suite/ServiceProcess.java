package io.regulars.local.suite;

import io.regulars.local.process.ChildProcess;
import io.regulars.local.process.JvmWords;
import io.regulars.local.process.Launch;
import io.regulars.local.process.NotStarted;
import io.regulars.local.process.Part;
import io.regulars.local.process.Patience;
import io.regulars.local.process.ProjectRoot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One service in a JVM of its own. */
public final class ServiceProcess extends Part {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final ServiceName service;
    private final SuiteOptions options;
    private final Path application;

    ServiceProcess(ServiceName service, SuiteOptions options) {
        this.service = service;
        this.options = options;
        this.application = ProjectRoot.find().resolve(service.module()).resolve("target/quarkus-app");
    }

    /** Starts it without waiting for it. */
    public synchronized void start() {
        want();
        if (isRunning()) return;
        if (!isBuilt()) throw new NotStarted(name() + " is not built; run ./mvnw -DskipTests package first.");
        runAs(ChildProcess.start(
                new Launch(name(), words(), ServiceEnvironment.of(service, options), application, log())));
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of(Launch.java(), "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
        words.add("-XX:+UseSerialGC");
        words.addAll(options.fullSpeed() ? JvmWords.COMPILE_FULLY : JvmWords.COMPILE_QUICKLY);
        if (Files.exists(application.resolve("app-cds.jsa"))) {
            words.addAll(List.of("-Xshare:auto", "-XX:SharedArchiveFile=app-cds.jsa"));
        }
        words.addAll(List.of("-jar", "quarkus-run.jar"));
        return words;
    }

    public void awaitReady() {
        boolean ready = Patience.until(PATIENCE, Duration.ofMillis(50), () -> !isRunning() || isReady());
        if (!isRunning())
            throw new NotStarted(
                    name() + " ended while it started; it said:\n" + process().lastWords());
        if (!ready) throw new NotStarted(name() + " was not ready in " + PATIENCE.toSeconds() + " s; see " + log());
    }

    public boolean isReady() {
        return answers("/q/health/ready");
    }

    public boolean isLive() {
        return answers("/q/health/live");
    }

    private boolean answers(String path) {
        URI address = URI.create("http://127.0.0.1:" + options.ports().management(service) + path);
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean isBuilt() {
        return Files.exists(application.resolve("quarkus-run.jar"));
    }

    @Override
    public String name() {
        return service.module();
    }

    @Override
    public void revive() {
        start();
    }

    public Path log() {
        return options.logs().resolve(name() + ".log");
    }

    public long pid() {
        return process().pid();
    }

    /** As a machine that loses power; it stays down until started. */
    public synchronized void kill() {
        end(ChildProcess::kill);
    }

    public void freeze() {
        process().freeze();
    }

    public void thaw() {
        process().thaw();
    }

    public synchronized void stop() {
        end(process -> process.stop(Duration.ofSeconds(20)));
    }
}
