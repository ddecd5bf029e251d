package io.regulars.loyalty.model;

import io.regulars.loyalty.model.PlainExact.Part;
import io.regulars.loyalty.programme.document.EarningPolicy.Choose;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import io.regulars.loyalty.programme.document.rule.LineFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which rules apply to a receipt: their conditions, the one of each group, and none after one that stops the rest. */
final class PlainSelection {

    private final PlainReceipt here;
    private final PlainUses uses;
    private final PlainGifts gifts;

    PlainSelection(PlainReceipt here, PlainUses uses) {
        this.here = here;
        this.uses = uses;
        this.gifts = new PlainGifts(here);
    }

    List<EarningRule> chosen() {
        List<EarningRule> rules =
                new ArrayList<>(here.version().document().earning().rules());
        rules.sort(Comparator.comparing(rule -> -rule.priority()));
        return stopped(ofGroups(rules.stream().filter(this::mayApply).toList()));
    }

    private boolean mayApply(EarningRule rule) {
        if (!rule.trigger().equals(here.trigger()) || !inPlace(rule)) return false;
        if (!onOccasion(rule) || !holds(rule)) return false;
        var times = rule.limits().times();
        if (times != null && uses.times(rule.id(), times.per(), here.day(), here.version()) >= times.most()) {
            return false;
        }
        var coolDown = rule.limits().coolDown();
        Instant last = uses.last(rule.id(), here.day(), here.version());
        if (coolDown != null
                && last != null
                && here.happened().isBefore(coolDown.after(last, here.version().zone()))) return false;
        return rule.lines().equals(LineFilter.ANY)
                || !new PlainLines(here.receipt(), rule.lines()).fitting().isEmpty();
    }

    private boolean holds(EarningRule rule) {
        if (rule.when() == null || rule.setOffByPurchase()) {
            return holds(rule.when(), here.receipt().total());
        }
        return here.rating() >= Long.parseLong(rule.when().replaceAll("[^0-9]", ""));
    }

    /** A condition that asks for at least so much money. */
    static boolean holds(String condition, long money) {
        if (condition == null) return true;
        String least = condition.replaceAll("[^0-9.]", " ").strip();
        return money
                >= new BigDecimal(least.substring(least.lastIndexOf(' ') + 1))
                        .movePointRight(2)
                        .longValueExact();
    }

    private boolean onOccasion(EarningRule rule) {
        var occasion = rule.occasion();
        if (occasion.firstPurchase() && here.purchasesBefore() > 0) return false;
        if (occasion.visit() == null && occasion.everyVisit() == null) return true;
        if (here.visitedBefore()) return false;
        return occasion.visit() == null
                ? (here.visitsBefore() + 1) % occasion.everyVisit() == 0
                : here.visitsBefore() + 1 == occasion.visit();
    }

    private boolean inPlace(EarningRule rule) {
        var place = rule.place();
        if (!place.weekdays().isEmpty()
                && !place.weekdays().contains(here.local().getDayOfWeek())) return false;
        if (!place.stores().isEmpty() && !place.stores().contains(here.receipt().store())) return false;
        if (place.fromDate() != null && here.day().isBefore(place.fromDate())) return false;
        return place.untilDate() == null || !here.day().isAfter(place.untilDate());
    }

    /** Of a group one remains. */
    private List<EarningRule> ofGroups(List<EarningRule> possible) {
        List<EarningRule> remain = new ArrayList<>(
                possible.stream().filter(rule -> rule.group() == null).toList());
        List<EarningRule> alone = List.copyOf(remain);
        for (var group : here.version().document().earning().groups()) {
            List<EarningRule> own = possible.stream()
                    .filter(rule -> group.id().equals(rule.group()))
                    .toList();
            if (own.isEmpty()) continue;
            EarningRule best = own.get(0);
            if (group.choose() == Choose.BEST) {
                for (EarningRule each : own) if (gives(alone, each).compare(gives(alone, best)) > 0) best = each;
            }
            remain.add(best);
        }
        return possible.stream().filter(remain::contains).toList();
    }

    /** What it adds to those that are in no group. */
    private Ratio gives(List<EarningRule> alone, EarningRule rule) {
        List<EarningRule> with = new ArrayList<>(alone);
        with.add(rule);
        Ratio sum = Ratio.ZERO;
        for (Part part : gifts.parts(with)) if (part.rule().equals(rule.id())) sum = sum.plus(part.points());
        return sum;
    }

    /** A rule that applies and says stop is the last one. */
    private List<EarningRule> stopped(List<EarningRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).stop()) return rules.subList(0, i + 1);
        }
        return rules;
    }
}
