package io.regulars.local.check;

import io.regulars.local.Console;
import java.time.Duration;
import java.util.List;

/**
 * What came out.
 *
 * @param lines the counts that must be 0
 * @param notes what was looked at
 */
public record CheckReport(List<Finding> lines, List<String> notes, Duration took) {
    public CheckReport {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    public boolean clean() {
        return lines.stream().allMatch(line -> line.count() == 0);
    }

    /** The count of this name. */
    public long count(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .mapToLong(Finding::count)
                .sum();
    }

    public void sayTo(Console console) {
        notes.forEach(console::say);
        for (Finding line : lines) {
            console.say("%9d  %s", line.count(), line.name());
            line.examples().forEach(example -> console.say("           - " + example));
        }
        String verdict = clean() ? "All is as it must be" : "Not everything is as it must be";
        console.say("%s; looked at in %.1f s.", verdict, took.toMillis() / 1e3);
    }
}
