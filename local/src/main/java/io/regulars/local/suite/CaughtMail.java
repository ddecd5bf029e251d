package io.regulars.local.suite;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;

/** One message that would have left the machine. */
public record CaughtMail(String id, String to, String from, String subject, String text, Instant receivedAt) {

    static CaughtMail of(String id, String to, String from, MimeMessage message, Instant receivedAt) {
        try {
            String subject = message.getSubject() == null ? "" : message.getSubject();
            return new CaughtMail(id, to, from, subject, textOf(message).strip(), receivedAt);
        } catch (MessagingException | IOException unreadable) {
            return new CaughtMail(id, to, from, "(unreadable)", String.valueOf(unreadable.getMessage()), receivedAt);
        }
    }

    /** The plain text of a message, which a multipart one carries first. */
    private static String textOf(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            return parts.getCount() == 0 ? "" : textOf(parts.getBodyPart(0));
        }
        return content instanceof String text ? text : "";
    }
}
