package io.regulars.local.check.count.balance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Points by row and wallet: few wallets, many rows. */
final class WalletSums {
    private static final long[] NOTHING = {};

    private final int rows;
    private final Map<String, long[]> sums = new HashMap<>();

    WalletSums(int rows) {
        this.rows = rows;
    }

    void add(String wallet, int row, long points) {
        sums.computeIfAbsent(wallet, name -> new long[rows])[row] += points;
    }

    /** In all wallets together. */
    long of(int row) {
        long all = 0;
        for (long[] wallet : sums.values()) all += wallet[row];
        return all;
    }

    boolean sameAs(WalletSums other, int row) {
        Set<String> wallets = new HashSet<>(sums.keySet());
        wallets.addAll(other.sums.keySet());
        return wallets.stream().allMatch(wallet -> of(wallet, row) == other.of(wallet, row));
    }

    private long of(String wallet, int row) {
        long[] sum = sums.getOrDefault(wallet, NOTHING);
        return sum.length == 0 ? 0 : sum[row];
    }
}
