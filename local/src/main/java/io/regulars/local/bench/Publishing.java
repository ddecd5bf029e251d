package io.regulars.local.bench;

import io.regulars.local.command.OperatorToken;
import io.regulars.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Puts a programme into force as people do: one drafts it, another publishes it. */
final class Publishing {

    private final String programmes;
    private final OperatorToken token;

    private Publishing(String programmes, OperatorToken token) {
        this.programmes = programmes;
        this.token = token;
    }

    static Publishing of(Suite suite) {
        return new Publishing(suite.gatewayUrl() + "/v1/programmes", OperatorToken.signedWith(suite.secrets()));
    }

    void publish(Path document) {
        try {
            var draft =
                    Office.post(URI.create(programmes), as("author"), "application/yaml", Files.readString(document));
            String version = draft.get("programme").asText() + "/versions/"
                    + draft.get("number").asInt();
            Office.post(URI.create(programmes + "/" + version + "/publish"), as("approver"), "{}");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the programme " + document + " cannot be read", unreadable);
        }
    }

    private String as(String who) {
        return token.mint("bench-" + who, List.of("admin"), Duration.ofMinutes(10));
    }
}
