package io.regulars.loyalty.points;

import java.util.Locale;

/**
 * Where points are. Every transfer debits one account and credits another, so all accounts together are always 0. A
 * member's account holds credits less debits; {@code DEBT} is the one that goes below zero, and a wallet shows it as a
 * positive number. The issuer's accounts keep no running balance.
 */
public enum Account {
    ACTIVE,
    PENDING,
    HELD,
    DEBT,
    /** The issuer's: points given out. */
    ISSUED,
    /** The issuer's: points taken back with returned goods. */
    REVERSED;

    public String storedAs() {
        return name().toLowerCase(Locale.ROOT);
    }
}
