package io.regulars.gateway.receipt;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** What amounts may be: whole minor units, no more than a trillion of them. */
final class AmountRules {

    static final long MOST = 1_000_000_000_000L;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private AmountRules() {}

    static String amount(Long value) {
        if (value == null) return "is required";
        return value > MOST || value < -MOST ? "must be within ±" + MOST : null;
    }

    static String notNegative(Long value) {
        if (value == null) return "is required";
        return value < 0 ? "must not be negative" : amount(value);
    }

    static String signed(long value, boolean mayBeNegative) {
        return value < 0 && !mayBeNegative ? "must not be negative" : amount(value);
    }

    static String currency(String code, String ours) {
        if (!CURRENCIES.contains(code)) return "is not an ISO 4217 currency";
        return code.equals(ours) ? null : "is not the currency of this installation, which is " + ours;
    }
}
