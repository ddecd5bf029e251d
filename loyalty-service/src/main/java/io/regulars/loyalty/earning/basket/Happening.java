package io.regulars.loyalty.earning.basket;

import io.regulars.events.Purchase;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * Something points can be earned for: a purchase, or another contact.
 *
 * @param trigger purchase, signUp, birthday, anniversary, review, survey, checkIn, referral, custom.*
 * @param local {@code at} where the programme is
 * @param basket what was bought, or null
 * @param words and {@code numbers} what else is told of a contact
 */
public record Happening(
        String trigger,
        Instant at,
        LocalDateTime local,
        String store,
        String channel,
        Basket basket,
        Map<String, String> words,
        Map<String, Long> numbers) {

    public Happening {
        words = Map.copyOf(words);
        numbers = Map.copyOf(numbers);
    }

    public static Happening purchase(Purchase purchase, ZoneId zone) {
        return purchase(purchase, purchase.occurredAt(), zone);
    }

    /** @param at when it is judged, whatever the till's clock said */
    public static Happening purchase(Purchase purchase, Instant at, ZoneId zone) {
        return new Happening(
                EarningRule.PURCHASE,
                at,
                LocalDateTime.ofInstant(at, zone),
                purchase.store(),
                purchase.channel(),
                Basket.of(purchase),
                Map.of(),
                Map.of());
    }

    public static Happening contact(String trigger, Instant at, ZoneId zone, Map<String, Long> numbers) {
        return contact(trigger, at, zone, null, null, numbers);
    }

    public static Happening contact(
            String trigger, Instant at, ZoneId zone, String store, String channel, Map<String, Long> numbers) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return new Happening(trigger, at, local, store, channel, null, Map.of(), numbers);
    }
}
