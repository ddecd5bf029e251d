package io.regulars.loyalty.programme.text;

/** What is wrong with a document: where (a JSON pointer, empty for the whole), and why, in a sentence. */
public record Fault(String pointer, String detail) {}
