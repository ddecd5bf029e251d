package io.regulars.local.simulator.town;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a town is made from; the same options make the same day.
 *
 * @param seed who lives there
 * @param chapter what they do this time, so that a town can be played on
 * @param run stands in every receipt number and keeps the runs over one installation apart
 * @param receipts purchases and refunds of the day, repeats and broken ones not counted
 * @param day the business date; stores are open by UTC
 */
public record TownOptions(
        long seed,
        int chapter,
        String run,
        int shoppers,
        int receipts,
        int stores,
        int tills,
        LocalDate day,
        String currency) {
    static final LocalTime LAST_CLOSING = LocalTime.of(22, 0);

    public static TownOptions of(long seed, String run, LocalDate day) {
        return new TownOptions(seed, 0, run, 1_000, 3_000, 4, 3, day, "USD");
    }

    /** The latest day on which every store has closed by now. */
    public static LocalDate lastDayBefore(Instant now) {
        OffsetDateTime utc = now.atOffset(ZoneOffset.UTC);
        boolean closed = !utc.toLocalTime().isBefore(LAST_CLOSING);
        return closed ? utc.toLocalDate() : utc.toLocalDate().minusDays(1);
    }

    public TownOptions withShoppers(int other) {
        return new TownOptions(seed, chapter, run, other, receipts, stores, tills, day, currency);
    }

    public TownOptions withReceipts(int other) {
        return new TownOptions(seed, chapter, run, shoppers, other, stores, tills, day, currency);
    }

    public TownOptions withStores(int otherStores, int otherTills) {
        return new TownOptions(seed, chapter, run, shoppers, receipts, otherStores, otherTills, day, currency);
    }

    public TownOptions withCurrency(String other) {
        return new TownOptions(seed, chapter, run, shoppers, receipts, stores, tills, day, other);
    }

    /** The same people on another day of their life. */
    public TownOptions inChapter(int other) {
        return new TownOptions(seed, other, run, shoppers, receipts, stores, tills, day, currency);
    }

    public List<String> storeIds() {
        return IntStream.rangeClosed(1, stores).mapToObj("S-%03d"::formatted).toList();
    }
}
