package io.regulars.engagement;

import io.regulars.engagement.message.MessageRules;
import io.regulars.engagement.message.MessageRules.Answer;
import io.regulars.engagement.message.SayMessages;
import io.regulars.engagement.shopper.ShopperBook;
import io.regulars.engagement.shopper.Shoppers;
import io.regulars.events.MembershipEvent;
import io.regulars.events.MembershipEvent.MemberEnrolled;
import io.regulars.events.MembershipEvent.MemberStatusChanged;
import io.regulars.events.MembershipEvent.MembershipJoined;
import io.regulars.events.MembershipEvent.MembershipParted;
import io.regulars.events.MembershipEvent.PointsActivated;
import io.regulars.events.MembershipEvent.PointsAdjusted;
import io.regulars.events.MembershipEvent.PointsAwarded;
import io.regulars.events.MembershipEvent.PointsEarned;
import io.regulars.events.MembershipEvent.PointsExpired;
import io.regulars.events.MembershipEvent.PointsReversed;
import io.regulars.events.MembershipEvent.PurchaseAssessed;
import io.regulars.events.MembershipEvent.TierChanged;
import io.regulars.events.Topic;
import io.regulars.events.Types;
import io.regulars.platform.database.Tx;
import io.regulars.platform.view.Told;
import io.regulars.platform.view.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What engagement does when loyalty speaks: the whole list, on one screen. */
@ApplicationScoped
public class MembershipEvents implements View {

    private static final Set<String> KINDS = Stream.of(
                    PurchaseAssessed.class,
                    PointsEarned.class,
                    PointsReversed.class,
                    PointsAdjusted.class,
                    PointsActivated.class,
                    PointsExpired.class,
                    PointsAwarded.class,
                    MembershipJoined.class,
                    MembershipParted.class,
                    MemberEnrolled.class,
                    MemberStatusChanged.class,
                    TierChanged.class)
            .map(Types::nameOf)
            .collect(Collectors.toUnmodifiableSet());

    private final Shoppers shoppers;
    private final SayMessages sayMessages;

    MembershipEvents(Shoppers shoppers, SayMessages sayMessages) {
        this.shoppers = shoppers;
        this.sayMessages = sayMessages;
    }

    @Override
    public String name() {
        return "conversation";
    }

    @Override
    public Set<Topic> follows() {
        return Set.of(Topic.MEMBERSHIPS);
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public void apply(Tx tx, List<Told> batch) {
        ShopperBook book = shoppers.open(tx, movingTier(batch));
        List<SayMessages.Reply> replies = new ArrayList<>();
        for (Told told : batch) {
            MembershipEvent fact = (MembershipEvent) told.event();
            react(book, fact)
                    .ifPresent(answer -> replies.add(new SayMessages.Reply(fact.customerId(), told.cause(), answer)));
        }
        shoppers.store(tx, book);
        sayMessages.say(tx, replies);
    }

    private static Optional<Answer> react(ShopperBook book, MembershipEvent fact) {
        if (fact instanceof PurchaseAssessed assessed) book.note(assessed);
        if (fact instanceof PointsEarned earned) book.note(earned);
        if (fact instanceof PointsReversed reversed) book.note(reversed);
        if (fact instanceof PointsAdjusted it) book.note(it.customerId(), it.programme(), it.points());
        if (fact instanceof PointsActivated it) book.note(it.customerId(), it.programme(), it.points());
        if (fact instanceof PointsExpired it) book.note(it.customerId(), it.programme(), it.points());
        if (fact instanceof PointsAwarded it) book.note(it.customerId(), it.programme(), it.points());
        if (fact instanceof MemberStatusChanged changed) book.note(changed);
        if (fact instanceof MembershipJoined it) book.note(it.customerId(), it.programme(), it.points());
        if (fact instanceof MembershipParted it) book.note(it.customerId(), it.programme(), it.points());
        if (fact instanceof MemberEnrolled enrolled) {
            book.note(enrolled);
            return Optional.of(MessageRules.to(enrolled));
        }
        if (fact instanceof TierChanged moved) return Optional.of(MessageRules.to(moved, book.noteRise(moved)));
        return Optional.empty();
    }

    private static Set<UUID> movingTier(List<Told> batch) {
        Set<UUID> moving = new HashSet<>();
        for (Told told : batch) if (told.event() instanceof TierChanged moved) moving.add(moved.customerId());
        return moving;
    }
}
