package io.regulars.local.command;

import io.regulars.local.Console;
import io.regulars.local.suite.SuiteOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is wrong with this machine or installation. */
@Command(name = "doctor", description = "Says what is wrong with this machine or installation.", sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    public DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Checkup(options).findings();
        for (Finding finding : findings) console.say("%s  %s", finding.well() ? "ok   " : "WRONG", finding.sentence());
        long wrong = findings.stream().filter(finding -> !finding.well()).count();
        console.say(wrong == 0 ? "All is well." : wrong == 1 ? "One thing is wrong." : wrong + " things are wrong.");
        return wrong == 0 ? 0 : 1;
    }
}
