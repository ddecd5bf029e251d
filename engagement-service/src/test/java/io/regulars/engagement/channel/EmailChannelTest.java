package io.regulars.engagement.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a mail server answers, heard through the client the mailer uses. */
class EmailChannelTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_no_for_good_ends_a_mail() throws IOException {
        RuntimeException refusal = refusal("550 5.1.1 no such user ana@example.com");

        assertTrue(EmailChannel.refusedForGood(refusal));
        assertEquals("the mail server answered 550", EmailChannel.reason(refusal));
    }

    @Test
    void a_no_for_now_does_not() throws IOException {
        assertFalse(EmailChannel.refusedForGood(refusal("451 4.3.0 come back later")));
    }

    @Test
    void a_server_that_is_away_has_not_refused() {
        RuntimeException failure = new CompletionException(new ConnectException("refused"));

        assertFalse(EmailChannel.refusedForGood(failure));
        assertEquals("ConnectException", EmailChannel.reason(failure));
    }

    private RuntimeException refusal(String answer) throws IOException {
        try (RefusingMailServer server = new RefusingMailServer(answer)) {
            MailClient client =
                    MailClient.create(vertx, new MailConfig("localhost", server.port()).setDisableEsmtp(true));
            MailMessage mail = new MailMessage("shop@example.com", "ana@example.com", "Hello", "Hello");
            return assertThrows(
                    CompletionException.class,
                    () -> client.sendMail(mail)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join());
        }
    }
}
