package io.regulars.local.process;

/** Something of the suite did not start; the message is the sentence to show, without a stack trace. */
public final class NotStarted extends RuntimeException {
    public NotStarted(String sentence) {
        super(sentence);
    }
}
