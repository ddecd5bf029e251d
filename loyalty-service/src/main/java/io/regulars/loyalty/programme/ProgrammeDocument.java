package io.regulars.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** A programme as people write it. Words it does not know and promises it cannot keep are refused, with a sentence. */
public record ProgrammeDocument(
        String id, int version, String pointName, Earn earn, Membership membership, Tiers tiers) {

    record Earn(String rule, BigDecimal onePointPer, Rounding rounding, Spread spread) {}

    record Membership(CountsFrom countsFrom) {}

    record Tiers(Basis basis, String window, List<Level> levels) {}

    record Level(String name, BigDecimal threshold) {}

    enum Rounding {
        @JsonProperty("floor")
        FLOOR
    }

    enum Spread {
        @JsonProperty("largestRemainder")
        LARGEST_REMAINDER
    }

    enum CountsFrom {
        @JsonProperty("startOfBusinessDay")
        START_OF_BUSINESS_DAY
    }

    enum Basis {
        @JsonProperty("netSpend")
        NET_SPEND
    }

    public static ProgrammeDocument read(InputStream yaml) throws IOException {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build()
                .readValue(yaml, ProgrammeDocument.class);
    }

    /** The promise in this installation's money and zone. */
    public Programme in(Currency currency, ZoneId zone) {
        List<Programme.Tier> levels = tiers.levels().stream()
                .map(level -> new Programme.Tier(level.name(), minorUnits(level.threshold(), currency)))
                .toList();
        requireAscending(levels);
        long onePointPer = minorUnits(earn.onePointPer(), currency);
        require(onePointPer > 0, "earn.onePointPer is more than 0");
        Period window = Period.parse(tiers.window());
        require(!window.isNegative() && !window.isZero(), "tiers.window is longer than nothing");
        return new Programme(
                id, version, pointName, earn.rule(), onePointPer, window, levels, zone, currency.getCurrencyCode());
    }

    private static long minorUnits(BigDecimal amount, Currency currency) {
        return amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                .longValueExact();
    }

    private static void requireAscending(List<Programme.Tier> levels) {
        require(!levels.isEmpty() && levels.get(0).threshold() == 0, "the lowest tier has threshold 0");
        for (int i = 1; i < levels.size(); i++) {
            Programme.Tier tier = levels.get(i);
            require(
                    tier.threshold() > levels.get(i - 1).threshold(),
                    "tier " + tier.name() + " lies above the one before it");
        }
    }

    private static void require(boolean kept, String rule) {
        if (!kept) throw new IllegalArgumentException("the programme's document breaks a rule: " + rule);
    }
}
