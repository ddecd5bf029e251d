package io.regulars.local.simulator.till;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * Where the tills post, and as whom.
 *
 * @param tillKey a store key of the town's stores with the scope record
 * @param officeToken a token with the role service: head office enrols people as of an earlier time
 */
public record Gateway(String url, String tillKey, String officeToken) {

    HttpRequest.Builder post(String path, String credential, byte[] body, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + credential)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    HttpRequest get(String path, String credential) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + credential)
                .build();
    }
}
