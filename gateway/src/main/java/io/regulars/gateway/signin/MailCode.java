package io.regulars.gateway.signin;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes a one-time code and mails it, without its poster waiting for the mail server or learning from it. */
@ApplicationScoped
public class MailCode {

    private static final Logger LOG = Logger.getLogger(MailCode.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_AT_ONCE = 100;

    private final SignInCodes codes;
    private final ReactiveMailer mailer;
    private final boolean configured;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    MailCode(
            SignInCodes codes,
            ReactiveMailer mailer,
            @ConfigProperty(name = "regulars.smtp.host") Optional<String> host) {
        this.codes = codes;
        this.mailer = mailer;
        this.configured = host.filter(name -> !name.isBlank()).isPresent();
    }

    /** The challenge the code belongs to. */
    String to(String email, String client) {
        String code = String.format("%08d", RANDOM.nextInt(100_000_000));
        String challenge = codes.begin(email, client, code);
        if (!configured) LOG.warn("a sign-in code was asked for and no mail server is configured (REGULARS_SMTP_HOST)");
        else if (room.tryAcquire()) send(email, code);
        else LOG.warn("a sign-in code was not mailed: too many mails are under way");
        return challenge;
    }

    private void send(String email, String code) {
        String text = "Your code is " + code + ". It is good for ten minutes and for one sign-in.\n\n"
                + "If you did not ask for it, do nothing: without it nobody gets in.\n";
        Mail mail =
                Mail.withText(email, "Your sign-in code: " + code, text).addHeader("Auto-Submitted", "auto-generated");
        mailer.send(mail)
                .onTermination()
                .invoke(room::release)
                .subscribe()
                .with(sent -> {}, failure -> LOG.warnf("a sign-in code was not mailed: %s", failure.getClass()));
    }
}
