package io.regulars.engagement.shopper;

import java.time.Instant;
import java.util.UUID;

/** What loyalty told about a member and messages may say. Null stands for what it has not told. */
public record Shopper(
        Membership membership,
        String tier,
        Long tierSpend,
        Long balance,
        Instant memberSince,
        Instant lastPurchaseAt,
        Boolean beSent) {

    /** One customer in one programme. */
    public record Membership(UUID customerId, String programme) {}

    /** What is known once later news came: news replaces, silence keeps. */
    Shopper and(Shopper news) {
        return new Shopper(
                membership,
                news.tier != null ? news.tier : tier,
                news.tierSpend != null ? news.tierSpend : tierSpend,
                news.balance != null ? news.balance : balance,
                news.memberSince != null ? news.memberSince : memberSince,
                news.lastPurchaseAt != null ? news.lastPurchaseAt : lastPurchaseAt,
                news.beSent != null ? news.beSent : beSent);
    }
}
