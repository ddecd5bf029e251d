package io.regulars.local.check.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Facts that were not said, said twice, or said wrongly: journal and topic agree on it. */
final class SaidFaults {
    private static final String RECORDED = "crm.purchase.recorded.v1";
    private static final String ASSESSED = "loyalty.purchase.assessed.v1";

    private SaidFaults() {}

    private static boolean lose(History history, Random random, Predicate<Said> like) {
        return Pick.drop(history.said, random, like) && again(history, random);
    }

    /** At a later place of the same shard. */
    private static boolean twice(History history, Random random, Predicate<Said> like, boolean sameEvent) {
        int place = Pick.place(history.said, random, like);
        if (place < 0) return false;
        Said said = history.said.get(place);
        UUID event = sameEvent ? said.eventId() : new UUID(random.nextLong(), random.nextLong());
        history.said.add(said.again(event));
        return again(history, random);
    }

    private static boolean again(History history, Random random) {
        history.publish(random.nextLong());
        return true;
    }

    static boolean losePurchase(History history, Random random) {
        return lose(history, random, each -> each.is(RECORDED));
    }

    static boolean loseAssessment(History history, Random random) {
        return lose(history, random, each -> each.is(ASSESSED));
    }

    static boolean loseTierMove(History history, Random random) {
        return lose(history, random, each -> each.is("loyalty.tier.changed.v1"));
    }

    static boolean loseAnswer(History history, Random random) {
        return lose(
                history,
                random,
                each -> each.body().has("channel") && each.topic().topic().equals("engagements"));
    }

    static boolean doublePurchase(History history, Random random) {
        return twice(history, random, each -> each.is(RECORDED), false);
    }

    static boolean doubleAssessment(History history, Random random) {
        return twice(history, random, each -> each.is(ASSESSED), false);
    }

    static boolean doubleMessage(History history, Random random) {
        return twice(history, random, each -> each.is("engagement.message.due.v1"), false);
    }

    static boolean doubleEvent(History history, Random random) {
        return twice(history, random, each -> each.is("crm.customer.identified.v1"), true);
    }

    /** Loyalty was told of one more unit than it gave points for. */
    static boolean otherTotal(History history, Random random) {
        return change(history, random, each -> each.is(RECORDED) && earned(history, each.id("purchaseId")), body -> {
            ObjectNode purchase = (ObjectNode) body.get("purchase");
            purchase.put("total", purchase.get("total").asLong() + 100);
        });
    }

    /** Under the version whose arithmetic is known. */
    private static boolean earned(History history, UUID purchase) {
        int number = history.id(purchase);
        return history.assessments.stream()
                .anyMatch(each -> each.purchase() == number
                        && each.version() == 1
                        && !each.awards().isEmpty());
    }

    static boolean otherDue(History history, Random random) {
        Predicate<Said> dated = each -> each.is("loyalty.points.activated.v1") || each.is("loyalty.points.expired.v1");
        return change(history, random, dated, body -> {
            if (random.nextBoolean()) body.put("amount", body.get("amount").asLong() + 1);
            else {
                ObjectNode points = (ObjectNode) body.get("points");
                points.put("balance", points.get("balance").asLong() - 1);
            }
        });
    }

    static boolean otherLine(History history, Random random) {
        Predicate<Said> several = each -> each.is(ASSESSED)
                && each.body().get("outcome").asText().equals("earned")
                && each.body().get("awards").size() > 1;
        return change(history, random, several, body -> {
            ArrayNode awards = (ArrayNode) body.get("awards");
            ObjectNode first = (ObjectNode) awards.get(0);
            ObjectNode second = (ObjectNode) awards.get(1);
            first.put("points", first.get("points").asLong() + 1);
            second.put("points", second.get("points").asLong() - 1);
        });
    }

    private static boolean change(History history, Random random, Predicate<Said> like, Consumer<ObjectNode> change) {
        boolean changed = Pick.change(history.said, random, like, each -> {
            ObjectNode body = each.body().deepCopy();
            change.accept(body);
            return each.saying(body);
        });
        return changed && again(history, random);
    }
}
