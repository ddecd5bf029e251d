package io.regulars.local.process;

import java.util.List;

/** How the suite's virtual machines compile, for all of them together on few processors. */
public final class JvmWords {

    /** Quick to start: for demo and tests. */
    public static final List<String> COMPILE_QUICKLY = List.of("-XX:TieredStopAtLevel=1");

    /** Quick once warm. Small methods compile in half the time, which five machines on two cores spend minutes on. */
    public static final List<String> COMPILE_FULLY = List.of(
            "-XX:MaxInlineLevel=8", "-XX:FreqInlineSize=120", "-XX:InlineSmallCode=1000", "-XX:MaxInlineSize=25");

    private JvmWords() {}
}
