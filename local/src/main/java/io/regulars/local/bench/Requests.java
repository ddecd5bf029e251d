package io.regulars.local.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** What the tills of the bench post: receipts of one to four lines, nine in ten with a card, half of those members'. */
final class Requests {

    private final SplittableRandom random = new SplittableRandom(42);
    private final String key;
    private final String run;
    private final int shoppers;
    private long number;

    /** @param run makes receipt numbers of this run different from those of any other */
    Requests(String key, String run, int shoppers) {
        this.key = key;
        this.run = run;
        this.shoppers = shoppers;
    }

    byte[] purchase() {
        return http("/v1/purchases", "", receipt());
    }

    byte[] purchaseAwaited() {
        return http("/v1/purchases", "Prefer: wait=5\r\n", receipt());
    }

    byte[] batch(int size) {
        StringBuilder body = new StringBuilder("[");
        for (int i = 0; i < size; i++) body.append(i == 0 ? "" : ",").append(receipt());
        return http("/v1/purchases/batch", "", body.append(']').toString());
    }

    /** The next shopper opts in; every second card does. */
    byte[] enrolment(String token) {
        long shopper = number++ * 2;
        String body = "{\"customer\":{\"card\":\"" + card(shopper) + "\"},\"consent\":"
                + "{\"text\":\"I join\",\"version\":\"1\",\"channel\":\"store\"}}";
        return request("/v1/members", token, "Idempotency-Key: bench-" + run + "-" + shopper + "\r\n", body);
    }

    private String receipt() {
        int lines = 1 + random.nextInt(4);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        StringBuilder text = new StringBuilder(512);
        text.append("{\"store\":\"S-001\",\"terminal\":\"T-")
                .append(run)
                .append("\",\"receipt\":\"")
                .append(++number)
                .append("\",\"businessDate\":\"")
                .append(day)
                .append("\",\"occurredAt\":\"")
                .append(now)
                .append("\",\"currency\":\"USD\",");
        if (random.nextInt(10) > 0) {
            text.append("\"customer\":{\"card\":\"")
                    .append(card(random.nextInt(shoppers)))
                    .append("\"},");
        }
        long total = 0;
        StringBuilder items = new StringBuilder(256);
        for (int i = 1; i <= lines; i++) {
            long amount = 99 + random.nextInt(4_000);
            total += amount;
            items.append(i == 1 ? "" : ",")
                    .append("{\"line\":")
                    .append(i)
                    .append(",\"sku\":\"SKU-")
                    .append(random.nextInt(500))
                    .append("\",\"category\":\"coffee\",\"quantity\":1,\"amount\":")
                    .append(amount)
                    .append('}');
        }
        return text.append("\"total\":")
                .append(total)
                .append(",\"lines\":[")
                .append(items)
                .append("],\"tenders\":[{\"type\":\"card\",\"amount\":")
                .append(total)
                .append("}]}")
                .toString();
    }

    private static String card(long shopper) {
        return "B-" + (1_000_000 + shopper);
    }

    private byte[] http(String path, String headers, String body) {
        return request(path, key, headers, body);
    }

    private static byte[] request(String path, String credential, String headers, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + credential
                        + "\r\nContent-Type: application/json\r\n" + headers + "Content-Length: " + body.length()
                        + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
