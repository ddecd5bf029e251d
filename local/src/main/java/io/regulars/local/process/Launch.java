package io.regulars.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What it takes to start a process: its words, its environment beside ours, where it stands, where it writes. */
public record Launch(String name, List<String> words, Map<String, String> environment, Path folder, Path log) {
    public Launch {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
