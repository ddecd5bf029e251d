package io.regulars.local.suite;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.regulars.local.process.FreePorts;
import jakarta.mail.Message;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailCatcherTest {
    private static final int PAGE = FreePorts.next();
    private static final ServerSetup SMTP = new ServerSetup(FreePorts.next(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private static final MailCatcher CATCHER = new MailCatcher("127.0.0.1", SMTP.getPort(), PAGE);

    @BeforeAll
    static void start() {
        CATCHER.start();
    }

    @AfterAll
    static void stop() {
        CATCHER.close();
    }

    @Test
    void programs_read_mails_newest_first() throws Exception {
        send("first@example.org", "One", "first words");
        send("second@example.org", "Two", "second words");

        JsonNode mails = new ObjectMapper().readTree(get("/messages"));

        assertEquals("Two", mails.get(0).get("subject").asText());
        assertEquals("second@example.org", mails.get(0).get("to").asText());
        assertEquals("shop@example.org", mails.get(0).get("from").asText());
        assertEquals("second words", mails.get(0).get("text").asText());
        assertTrue(mails.get(0).hasNonNull("receivedAt"));
        assertEquals("One", mails.get(1).get("subject").asText());
    }

    @Test
    void people_read_a_page_that_runs_nothing_of_what_was_sent() throws Exception {
        send("reader@example.org", "<script>alert(1)</script>", "<b>bold</b>");

        String page = get("/");

        assertTrue(page.contains("&lt;script&gt;"), page);
        assertFalse(page.contains("<script>"), page);
    }

    @Test
    void the_plain_half_of_a_mail_in_two_forms_is_shown() throws Exception {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText("plain words");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>html words</p>", "text/html");
        MimeMessage message = new MimeMessage(GreenMailUtil.getSession(SMTP));
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.setRecipients(Message.RecipientType.TO, "both@example.org");
        message.setFrom("shop@example.org");

        Transport.send(message);

        await().until(() -> CATCHER.mailsTo("both@example.org").size() == 1);
        assertEquals("plain words", CATCHER.mailsTo("both@example.org").get(0).text());
    }

    @Test
    void only_the_latest_thousand_are_kept() throws Exception {
        for (int mail = 0; mail < 1_010; mail++) CATCHER.keep(mailNumber(mail));

        assertEquals(1_000, CATCHER.mails().size());
        assertEquals("1009", CATCHER.mails().get(0).subject());
    }

    private static CaughtMail mailNumber(int number) throws Exception {
        var message = GreenMailUtil.newMimeMessage("Subject: " + number + "\r\n\r\nwords");
        return CaughtMail.of("" + number, "many@example.org", "shop@example.org", message, Instant.EPOCH);
    }

    private static void send(String to, String subject, String text) {
        GreenMailUtil.sendTextEmail(to, "shop@example.org", subject, text, SMTP);
        await().until(() -> CATCHER.mailsTo(to).size() == 1);
    }

    private static String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + PAGE + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
