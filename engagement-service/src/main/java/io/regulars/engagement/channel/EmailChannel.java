package io.regulars.engagement.channel;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.regulars.engagement.template.Templates.Words;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mail over SMTP. The same message always travels under the same Message-ID, so that a mailbox can tell a repeat. */
@ApplicationScoped
public class EmailChannel {

    public static final String NAME = "email";

    private final Mailer mailer;
    private final boolean configured;

    EmailChannel(Mailer mailer, @ConfigProperty(name = "regulars.smtp.host") Optional<String> host) {
        this.mailer = mailer;
        this.configured = host.filter(name -> !name.isBlank()).isPresent();
    }

    public boolean configured() {
        return configured;
    }

    /** Sends and waits; on return the mail server has it. */
    void send(String address, UUID messageId, Words words) {
        Mail mail = Mail.withText(address, words.title(), words.text())
                .addHeader("Message-ID", "<" + messageId + "@engagement.regulars>")
                .addHeader("Auto-Submitted", "auto-generated");
        mailer.send(mail);
    }

    /** Whether the server said no to this mail for good, rather than not now. */
    static boolean refusedForGood(RuntimeException failure) {
        return root(failure) instanceof SMTPException answer && answer.isPermanent();
    }

    /** Why, without the server's words: they may hold the address. */
    static String reason(RuntimeException failure) {
        Throwable root = root(failure);
        return root instanceof SMTPException answer
                ? "the mail server answered " + answer.getReplyCode()
                : root.getClass().getSimpleName();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof SMTPException)) root = root.getCause();
        return root;
    }
}
