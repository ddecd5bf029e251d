package io.regulars.local.bench;

import java.util.Map;

/** What each process took: CPU for a purchase, and memory at its peak. */
final class Footprint {
    private final Processes processes;
    private final Report report;

    Footprint(Processes processes, Report report) {
        this.processes = processes;
        this.report = report;
    }

    void cpu(String label, Map<String, Double> before, Map<String, Double> after, double purchases) {
        double total = 0;
        for (String process : after.keySet()) {
            double micros = (after.get(process) - before.get(process)) * 1e6 / purchases;
            total += micros;
            report.add(label + ": CPU µs per purchase, " + process, micros);
        }
        report.add(label + ": CPU µs per purchase, all", total);
    }

    void memory() {
        Map<String, Long> peaks = processes.peakKib();
        peaks.forEach((process, kib) -> report.add("peak memory MiB, " + process, kib / 1024.0));
        report.add(
                "peak memory MiB, all",
                peaks.values().stream().mapToLong(Long::longValue).sum() / 1024.0);
    }
}
