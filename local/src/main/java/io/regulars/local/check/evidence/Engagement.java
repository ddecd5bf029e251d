package io.regulars.local.check.evidence;

import io.regulars.local.check.column.Rows;

/** What engagement-service's tables hold. */
public final class Engagement {

    /** {@code balance} is 0 while loyalty has told none. */
    public record Shopper(int customer, String tier, long balance) {}

    public record Message(int id, int customer, String template, int cause) {}

    public final Rows<Shopper> shoppers = Rows.of(Shopper.class);
    public final Rows<Message> messages = Rows.of(Message.class);
}
