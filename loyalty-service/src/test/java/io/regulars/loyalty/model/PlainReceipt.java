package io.regulars.loyalty.model;

import io.regulars.events.Purchase;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A receipt when it is judged, and who brings it.
 *
 * @param trigger purchase, or what else was done: then there is nothing on the receipt
 */
record PlainReceipt(
        ProgrammeVersion version,
        UUID purchase,
        String trigger,
        long rating,
        Purchase receipt,
        Instant happened,
        String tier,
        boolean visitedBefore,
        long purchasesBefore,
        long visitsBefore) {

    LocalDateTime local() {
        return happened.atZone(version.zone()).toLocalDateTime();
    }

    LocalDate day() {
        return local().toLocalDate();
    }

    String walletOf(EarningRule rule) {
        return rule.wallet() == null ? version.document().wallets().get(0).id() : rule.wallet();
    }
}
