package io.regulars.crm.identifier;

import io.regulars.crm.identifier.Identifier.Type;
import io.regulars.events.CustomerRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an event names its customer by, in the order in which it is believed. */
public final class Mentions {

    private final IdentitySettings settings;
    private final Map<String, String> regions;
    private final Set<Identifier> blocked;
    private final Comparator<Mention> order;

    /** @param regions of stores, where they are known; {@code blocked}: what names nobody, as the operator said */
    public Mentions(IdentitySettings settings, Map<String, String> regions, Set<Identifier> blocked) {
        this.settings = settings;
        this.regions = regions;
        this.blocked = blocked;
        List<Type> first = settings.priority();
        this.order = Comparator.comparingInt(mention -> place(first, mention.type()));
    }

    /** A rotating code names nobody here. */
    public List<Mention> of(CustomerRef ref, String store) {
        if (ref == null) return List.of();
        List<Mention> mentions = new ArrayList<>(3);
        String region = store == null ? settings.region() : regions.getOrDefault(store, settings.region());
        add(mentions, Type.CARD, ref.card(), region);
        add(mentions, Type.EXTERNAL, ref.external(), region);
        add(mentions, Type.EMAIL, ref.email(), region);
        add(mentions, Type.PHONE, ref.phone(), region);
        add(mentions, Type.DEVICE, ref.device(), region);
        add(mentions, Type.COOKIE, ref.cookie(), region);
        if (settings.foldEmail()) mailbox(mentions);
        if (mentions.size() > 1) mentions.sort(order);
        return mentions;
    }

    /** A value as it is read at home, blocked or not; null when nothing is left of it. */
    public Mention read(Type type, String typed) {
        return read(type, typed, settings.region());
    }

    private void add(List<Mention> mentions, Type type, String posted, String region) {
        Mention mention = posted == null ? null : read(type, posted, region);
        if (mention == null) return;
        boolean nobodys = BlockedRules.isBlocked(type, plain(type, posted))
                || mention.forms().stream().anyMatch(blocked::contains);
        mentions.add(nobodys ? mention.blocked() : mention);
    }

    private Mention read(Type type, String posted, String region) {
        if (posted.isBlank()) return null;
        String before = IdentifierRules.normal(type, posted);
        return switch (type) {
            case EMAIL, MAILBOX -> EmailRules.read(posted, before);
            case PHONE -> PhoneRules.read(posted, before, region, settings);
            default -> Mention.of(type, before);
        };
    }

    private static void mailbox(List<Mention> mentions) {
        for (Mention mention : List.copyOf(mentions)) {
            if (mention.type() != Type.EMAIL || mention.whyNot() != null) continue;
            String mailbox = FoldingRules.folded(mention.identifier().value());
            if (mailbox != null) mentions.add(Mention.of(Type.MAILBOX, mailbox));
        }
    }

    private static String plain(Type type, String posted) {
        return IdentifierRules.normal(type, posted).toLowerCase(Locale.ROOT);
    }

    private static int place(List<Type> first, Type type) {
        int place = first.indexOf(type);
        return place < 0 ? first.size() + type.ordinal() : place;
    }
}
