package io.regulars.local.bench;

import io.regulars.local.suite.ServiceName;
import io.regulars.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** CPU time and memory of every process of the suite, as the kernel counts them (Linux, {@code /proc}). */
final class Processes {

    private static final double TICKS_PER_SECOND = 100;

    private final Map<String, ProcessHandle> roots = new LinkedHashMap<>();
    private volatile Map<String, Long> peak = Map.of();

    Processes(Suite suite) {
        for (ServiceName name : ServiceName.values())
            add(name.key(), suite.service(name).pid());
        add("kafka", suite.kafka().process().pid());
        add("postgres", suite.postgres().process().pid());
    }

    private void add(String name, long pid) {
        ProcessHandle.of(pid).ifPresent(process -> roots.put(name, process));
    }

    /** Seconds of CPU used so far, children included, by process. */
    Map<String, Double> cpuSeconds() {
        return each(pid -> ticks(pid)).entrySet().stream()
                .collect(
                        LinkedHashMap::new,
                        (map, entry) -> map.put(entry.getKey(), entry.getValue() / TICKS_PER_SECOND),
                        Map::putAll);
    }

    /** Takes a sample of the memory in use; the largest sample is the peak. */
    void sampleMemory() {
        Map<String, Long> sample = each(Processes::proportional);
        if (total(sample) > total(peak)) peak = sample;
    }

    /**
     * Memory in KiB by process when all together had most. It is the proportional set size of proc_pid_smaps(5): a page
     * that several processes share is counted once, in parts.
     */
    Map<String, Long> peakKib() {
        return peak;
    }

    private static long total(Map<String, Long> sample) {
        return sample.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> each(ToLongFunction<Long> figure) {
        Map<String, Long> figures = new LinkedHashMap<>();
        roots.forEach((name, root) ->
                figures.put(name, tree(root).mapToLong(figure::applyAsLong).sum()));
        return figures;
    }

    private static Stream<Long> tree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).map(ProcessHandle::pid);
    }

    /** User and system time of a process and of its children that have ended (fields 14 to 17 of proc_pid_stat(5)). */
    private static long ticks(long pid) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) return 0;
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11])
                + Long.parseLong(fields[12])
                + Long.parseLong(fields[13])
                + Long.parseLong(fields[14]);
    }

    private static long proportional(long pid) {
        return read(pid, "smaps_rollup")
                .lines()
                .filter(each -> each.startsWith("Pss:"))
                .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException endedMeanwhile) {
            if (List.of("No such process").contains(endedMeanwhile.getMessage())) return "";
            throw new UncheckedIOException(endedMeanwhile);
        }
    }
}
