package io.regulars.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.regulars.local.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The figures of a bench run: said as they come, and kept as a table and as JSON. */
final class Report {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Console console;

    Report(Console console) {
        this.console = console;
    }

    void add(String what, double figure) {
        add(what, String.format(Locale.ROOT, Math.abs(figure) < 100 ? "%.1f" : "%.0f", figure), figure);
    }

    void add(String what, String figure) {
        add(what, figure, figure);
    }

    void add(String what, Latencies latencies) {
        double p50 = latencies.quantile(0.50);
        double p99 = latencies.quantile(0.99);
        add(what, String.format(Locale.ROOT, "%.1f / %.1f", p50, p99), Map.of("p50", p50, "p99", p99));
    }

    private void add(String what, String shown, Object value) {
        figures.put(what, value);
        console.say("%-58s %s", what, shown);
    }

    void write(Path file) {
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), figures);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
