package io.regulars.local.process;

/** A running part of the suite that somebody can look after. */
public interface Part {
    String name();

    /** It ended although nobody asked it to. */
    boolean hasFallen();

    void revive();
}
