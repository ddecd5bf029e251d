package io.regulars.local.suite;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.regulars.local.process.NotStarted;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Takes every mail the suite sends, delivers none of them, and shows the latest on a page. */
public final class MailCatcher implements AutoCloseable {
    private static final int KEPT = 1000;

    private final int smtpPort;
    private final GreenMail smtp;
    private final MailPage page;
    private final Deque<CaughtMail> caught = new ArrayDeque<>();
    private final Clock clock = Clock.systemUTC();

    public MailCatcher(String host, int smtpPort, int pagePort) {
        this.smtpPort = smtpPort;
        this.smtp = new GreenMail(new ServerSetup(smtpPort, host, ServerSetup.PROTOCOL_SMTP));
        this.page = new MailPage(host, pagePort, this);
    }

    public void start() {
        forgiveBrokenConnections();
        try {
            smtp.start();
        } catch (RuntimeException refused) {
            throw new NotStarted("The mail catcher did not start on port " + smtpPort + ": " + refused.getMessage());
        }
        smtp.getUserManager().setMessageDeliveryHandler((message, recipient) -> recipient(recipient));
        page.start();
    }

    /** The catcher ends a thread of its own with a trace when its client is killed, which is no news here. */
    private static void forgiveBrokenConnections() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (!thread.getName().startsWith("smtp:")) failure.printStackTrace();
        });
    }

    /** Newest first. */
    public synchronized List<CaughtMail> mails() {
        return List.copyOf(caught);
    }

    public List<CaughtMail> mailsTo(String address) {
        return mails().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    private GreenMailUser recipient(MailAddress address) {
        return new UserImpl(address.getEmail(), address.getEmail(), "", null) {
            @Override
            public void deliver(MovingMessage message) {
                MailAddress sender = message.getReturnPath();
                keep(CaughtMail.of(
                        UUID.randomUUID().toString(),
                        address.getEmail(),
                        sender == null ? "" : sender.getEmail(),
                        message.getMessage(),
                        clock.instant()));
            }
        };
    }

    synchronized void keep(CaughtMail mail) {
        caught.addFirst(mail);
        if (caught.size() > KEPT) caught.removeLast();
    }

    @Override
    public void close() {
        page.stop();
        smtp.stop();
    }
}
