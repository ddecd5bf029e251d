package io.regulars.loyalty.model;

/** What a rule gives for a line, and what is credited of it. */
record PlainAward(int line, String rule, String wallet, long desired, long actual) implements Comparable<PlainAward> {

    @Override
    public int compareTo(PlainAward other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "line " + line + " " + rule + " " + wallet + " " + desired + (actual == desired ? "" : " → " + actual);
    }
}
