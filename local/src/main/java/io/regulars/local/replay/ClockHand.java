package io.regulars.local.replay;

import io.regulars.local.process.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Moves the suite's clock forward, through the gateway; it never goes back. */
final class ClockHand {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String token;
    private Instant reached = Instant.EPOCH;

    ClockHand(String gateway, String token) {
        this.address = URI.create(gateway + "/v1/clock");
        this.token = token;
    }

    void set(Instant now) {
        reach(now);
        tell();
    }

    /** The data has come to this time. */
    void reach(Instant now) {
        if (now.isAfter(reached)) reached = now;
    }

    /** Tells the suite how late it is, and goes on when it has been heard. */
    void tell() {
        boolean heard = Patience.until(PATIENCE, Duration.ofMillis(200), this::isHeard);
        if (!heard) throw new IllegalStateException("the clock was not heard within " + PATIENCE.toSeconds() + " s");
    }

    private boolean isHeard() {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + reached + "\"}"))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 503) return false;
            if (answer.statusCode() / 100 == 2) return true;
            throw new IllegalStateException("the clock cannot be set: " + answer.statusCode() + " " + answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
