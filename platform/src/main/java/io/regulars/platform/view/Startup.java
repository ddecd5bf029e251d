package io.regulars.platform.view;

/** What must be true of the topics before anything is read from them. */
@FunctionalInterface
interface Startup {
    void verify();
}
