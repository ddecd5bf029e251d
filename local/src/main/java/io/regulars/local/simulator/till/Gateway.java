package io.regulars.local.simulator.till;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;

/**
 * Where the tills post, and as whom.
 *
 * @param tillKey a store key of the town's stores with the scope record
 * @param officeToken a token with the role service: head office enrols people as of an earlier time
 */
public record Gateway(String url, String tillKey, String officeToken) {

    /** Whose touchpoints head office's are: its credential, as the suite calls it (docs/natural-keys.md). */
    String officeSource() {
        String claims = officeToken.split("\\.")[1];
        return "operator:"
                + Bodies.read(Base64.getUrlDecoder().decode(claims)).path("sub").asText();
    }

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
