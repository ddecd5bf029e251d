package io.regulars.local.suite;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an installation on this machine may choose. */
public final class SuiteOptions {
    @Mixin
    private Ports ports = new Ports();

    @Option(names = "--data", paramLabel = "DIR", description = "Where data, keys and logs live (~/.regulars).")
    private Path data = usualData();

    @Mixin
    private Founding founding = new Founding();

    @Option(
            names = "--workers",
            defaultValue = "1",
            paramLabel = "N",
            description = "Workers of each view (${DEFAULT-VALUE}).")
    private int workers = 1;

    @Option(
            names = "--clock",
            defaultValue = "machine",
            paramLabel = "CLOCK",
            description = "machine, or topic for a replayed time (${DEFAULT-VALUE}).")
    private String clock = "machine";

    @Option(names = "--full-speed", description = "Lets every JVM compile fully: slower to start, faster once warm.")
    private boolean fullSpeed;

    private Map<String, String> environment = Map.of();

    /** {@code ~/.regulars}, by the shell's idea of home. */
    public static Path usualData() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home, ".regulars");
    }

    public static SuiteOptions in(Path data) {
        SuiteOptions options = new SuiteOptions();
        options.data = data;
        return options;
    }

    public SuiteOptions on(Ports other) {
        ports = other;
        return this;
    }

    public SuiteOptions withClock(String other) {
        clock = other;
        return this;
    }

    public SuiteOptions dealingIn(String currency, String zone) {
        founding.choose(currency, zone);
        return this;
    }

    /** Variables for every service beyond those of an ordinary installation; for measuring variants. */
    public SuiteOptions withEnvironment(Map<String, String> other) {
        environment = other;
        return this;
    }

    public Map<String, String> environment() {
        return environment;
    }

    public SuiteOptions atFullSpeed(boolean other) {
        fullSpeed = other;
        return this;
    }

    public Ports ports() {
        return ports;
    }

    public Path data() {
        return data.toAbsolutePath().normalize();
    }

    public Path logs() {
        return data().resolve("logs");
    }

    public Path secrets() {
        return data().resolve("secrets");
    }

    /** What is chosen here, and what the data directory was made with where nothing is. */
    Installation installation() {
        return founding.over(Installation.in(data()));
    }

    public int partitions() {
        return installation().partitions();
    }

    public int workers() {
        return workers;
    }

    public String currency() {
        return installation().currency();
    }

    public String zone() {
        return installation().zone();
    }

    public String clock() {
        return clock;
    }

    public boolean fullSpeed() {
        return fullSpeed;
    }
}
