package io.regulars.crm.store;

import io.regulars.crm.identifier.PhoneNumbers;
import io.regulars.crm.store.Store.Said;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Problem.Flaw;
import io.regulars.platform.http.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What may be said of a store. */
final class StoreRules {

    private StoreRules() {}

    static void check(String store, Said said) {
        List<Flaw> flaws = new ArrayList<>();
        if (!store.matches("[A-Za-z0-9._-]{1,64}")) flaws.add(new Flaw("", "A store is 1 to 64 of A-Z a-z 0-9 . _ -"));
        if (said.zone() != null && !isZone(said.zone())) {
            flaws.add(new Flaw("/zone", "must be a zone such as Europe/Vienna"));
        }
        if (said.region() != null && !PhoneNumbers.isRegion(said.region())) {
            flaws.add(new Flaw("/region", "must be a country of ISO 3166, such as AT"));
        }
        if (said.currency() != null && !isCurrency(said.currency())) {
            flaws.add(new Flaw("/currency", "must be a currency of ISO 4217, such as EUR"));
        }
        if (flaws.isEmpty()) return;
        throw Refusal.of(Problem.of(Code.INVALID, flaws.get(0).detail()).at(flaws));
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone).getId().equals(zone);
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static boolean isCurrency(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(currency));
    }
}
