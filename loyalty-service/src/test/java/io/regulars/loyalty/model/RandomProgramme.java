package io.regulars.loyalty.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A programme made up from a seed, as a tree that can be written down. What contradicts itself is thrown away later. */
final class RandomProgramme extends RandomLife {

    private final List<String> wallets = new ArrayList<>();
    private String basis;
    private String zone;
    private boolean late;

    private RandomProgramme(Random random) {
        super(random);
    }

    /** @param late what comes late is worth something to others: there are tiers, limits and occasions */
    static Map<String, Object> document(Random random, boolean late) {
        RandomProgramme first = new RandomProgramme(random);
        first.late = late;
        return first.document();
    }

    /** A later version; its zone stays, everything else may be another. */
    static Map<String, Object> after(Map<String, Object> first, Random random) {
        RandomProgramme later = new RandomProgramme(random);
        later.zone = (String) first.get("zone");
        boolean same = random.nextBoolean();
        if (same && first.get("tiers") instanceof Map<?, ?> tiers) later.basis = (String) tiers.get("basis");
        return later.document();
    }

    private Map<String, Object> document() {
        Map<String, Object> document = tree("format", 1, "id", "club", "currency", "EUR");
        if (zone == null) zone = pick("Europe/Berlin", "UTC", "America/New_York");
        document.put("zone", zone);
        maybe(document, "weekStart", 6, "sunday");
        document.put("wallets", wallets());
        Map<String, Object> membership = new LinkedHashMap<>();
        maybe(membership, "countsFrom", 4, "enrolment");
        maybe(membership, "onLeaving", 2, pick("kept", "forfeited"));
        maybe(membership, "rejoiningRestoresTier", 3, false);
        if (!membership.isEmpty()) document.put("membership", membership);
        document.put("earning", earning());
        Map<String, Object> refunds = new LinkedHashMap<>();
        maybe(refunds, "takenFrom", 3, "receipt");
        maybe(refunds, "whenSpent", 3, pick("onlyPending", "withinBalance"));
        if (late || !one(4)) document.put("tiers", tiers());
        if (document.containsKey("tiers")) maybe(refunds, "takesBackTier", 4, false);
        if (!refunds.isEmpty()) document.put("refunds", refunds);
        return document;
    }

    private List<Object> wallets() {
        List<Object> all = new ArrayList<>();
        wallets.add("beans");
        if (one(3)) wallets.add("stars");
        for (String id : wallets) {
            Map<String, Object> wallet = tree("id", id);
            if (id.equals("stars") && one(2)) wallet.put("spendable", false);
            if (one(3)) wallet.put("pending", pending());
            if (!one(3)) wallet.put("expiry", expiry());
            if (one(8)) wallet.put("cap", cap(50, 400));
            if (one(8)) wallet.put("maxBalance", between(100, 600));
            if (one(8)) wallet.put("perReceipt", between(100, 600));
            all.add(wallet);
        }
        return all;
    }

    private Map<String, Object> earning() {
        Map<String, Object> earning = new LinkedHashMap<>();
        if (one(2)) {
            Map<String, Object> rounding = new LinkedHashMap<>();
            maybe(rounding, "scope", 2, "line");
            maybe(rounding, "mode", 2, pick("halfUp", "ceiling"));
            maybe(rounding, "spread", 4, "first");
            earning.put("rounding", rounding);
        }
        maybe(earning, "lateGrace", 4, late ? "P30D" : pick("P0D", "P3D", "P30D"));
        if (one(3)) earning.put("groups", List.of(tree("id", "g", "choose", pick("first", "best"))));
        if (one(5)) earning.put("budgets", List.of(tree("id", "spring", "points", between(50, 800))));
        List<Object> rules = new ArrayList<>();
        rules.add(tree("id", "base", "gives", perMoney()));
        int more = random.nextInt(5);
        for (int i = 0; i < more; i++) rules.add(one(4) ? action("r" + i, earning) : rule("r" + i, earning));
        earning.put("rules", rules);
        return earning;
    }

    private Map<String, Object> perMoney() {
        Map<String, Object> gives = tree("points", between(1, 5), "per", pick("1", "10", "3.5", "0.99"));
        gives.put("per", new java.math.BigDecimal((String) gives.get("per")));
        maybe(gives, "wholeStepsOnly", 4, true);
        maybe(gives, "of", 5, "receipt");
        maybe(gives, "price", 4, "list");
        maybe(gives, "tax", 4, "excluded");
        return gives;
    }

    private Map<String, Object> rule(String id, Map<String, Object> earning) {
        Map<String, Object> rule = tree("id", id);
        int kind = random.nextInt(3);
        boolean other = wallets.size() > 1 && one(2);
        if (other) rule.put("wallet", "stars");
        if (kind == 0) rule.put("gives", perMoney());
        if (kind == 1) rule.put("gives", tree("fixed", between(1, 60), "each", pick("line", "basket", "visit")));
        if (kind == 2) rule.put("gives", tree("multiply", new java.math.BigDecimal(pick("2", "1.5", "1.25"))));
        if (one(2)) rule.put("lines", lines());
        maybe(rule, "priority", 3, between(1, 3));
        if (earning.containsKey("groups") && one(2)) rule.put("group", "g");
        maybe(rule, "stop", 8, true);
        if (kind == 1) maybe(rule, "needsBase", 4, true);
        if (one(8)) rule.put("place", tree("weekdays", List.of("monday", "tuesday", "friday")));
        if (one(late ? 3 : 6)) rule.put("occasion", occasion());
        maybe(rule, "when", 8, "basket.total >= money('20.00')");
        Map<String, Object> limits = limits(earning);
        if (!limits.isEmpty()) rule.put("limits", limits);
        if (one(8)) rule.put("expiry", expiry());
        if (one(8)) rule.put("pending", pending());
        return rule;
    }

    /** Something else than a purchase gives a fixed number. */
    private Map<String, Object> action(String id, Map<String, Object> earning) {
        Map<String, Object> rule = tree("id", id, "trigger", pick("review", "checkIn", "custom.delivered"));
        if (wallets.size() > 1 && one(2)) rule.put("wallet", "stars");
        rule.put("gives", tree("fixed", between(1, 60)));
        maybe(rule, "when", 4, "event.numbers['rating'] >= " + between(1, 9));
        if (one(8)) rule.put("place", tree("stores", List.of("S-1")));
        if (earning.containsKey("groups") && one(2)) rule.put("group", "g");
        maybe(rule, "stop", 8, true);
        Map<String, Object> limits = limits(earning);
        if (!limits.isEmpty()) rule.put("limits", limits);
        if (one(8)) rule.put("expiry", expiry());
        if (one(8)) rule.put("pending", pending());
        return rule;
    }

    private Map<String, Object> occasion() {
        return switch (late ? 1 + random.nextInt(2) : random.nextInt(3)) {
            case 0 -> tree("firstPurchase", true);
            case 1 -> tree("visit", between(1, late ? 6 : 3));
            default -> tree("everyVisit", between(2, 3));
        };
    }

    private Map<String, Object> lines() {
        Map<String, Object> lines = new LinkedHashMap<>();
        if (one(3)) lines.put("kinds", List.of("sale", "return", "delivery"));
        if (one(2)) lines.put("include", words());
        if (one(3)) lines.put("exclude", words());
        maybe(lines, "when", 6, "line.amount >= money('5.00')");
        if (one(6)) lines.put("withoutTenders", List.of("giftCard"));
        return lines;
    }

    private Map<String, Object> words() {
        return switch (random.nextInt(3)) {
            case 0 -> tree("skus", one(2) ? List.of("A") : List.of("A", "B"));
            case 1 -> tree("categories", List.of(pick("food", "drink")));
            default -> tree("labels", List.of("red"));
        };
    }

    private Map<String, Object> limits(Map<String, Object> earning) {
        Map<String, Object> limits = new LinkedHashMap<>();
        if (one(late ? 3 : 6)) limits.put("times", tree("most", between(1, 3), "per", pick("day", "month", "ever")));
        maybe(limits, "coolDown", late ? 3 : 8, pick("PT24H", "P3D", "P1M"));
        if (one(6)) limits.put("cap", cap(5, 200));
        if (one(6)) limits.put("perReceipt", between(60, 400));
        if (earning.containsKey("budgets") && one(2)) limits.put("budget", "spring");
        return limits;
    }

    private Map<String, Object> tiers() {
        if (basis == null) basis = pick("netSpend", "netSpend", "points", "visits", "balance");
        Map<String, Object> tiers = tree("basis", basis, "window", window());
        boolean ofPoints = basis.equals("points") || basis.equals("balance");
        if (ofPoints && one(3)) tiers.put("wallet", wallets.get(wallets.size() - 1));
        if (one(4)) tiers.put("upgrade", "nextPeriod");
        if (one(2)) tiers.put("hold", hold());
        maybe(tiers, "downgrade", 2, pick("never", "oneLevel", "softLanding"));
        int unit = basis.equals("visits") ? 1 : basis.equals("netSpend") ? late ? 200 : 100 : 50;
        List<Object> levels = new ArrayList<>();
        levels.add(tree("id", "low", "threshold", 0));
        levels.add(level("mid", between(1, 4) * unit));
        if (late || !one(3)) levels.add(level("high", between(5, 9) * unit));
        tiers.put("levels", levels);
        return tiers;
    }

    private Map<String, Object> hold() {
        Map<String, Object> hold = new LinkedHashMap<>();
        maybe(hold, "until", 2, "endOfNextPeriod");
        maybe(hold, "grace", 3, pick("P1M", "P10D", "P1D", "P1Y"));
        maybe(hold, "roundedToMonthEnd", 3, true);
        return hold;
    }

    private Map<String, Object> window() {
        return switch (random.nextInt(4)) {
            case 0 -> tree("kind", "calendar", "unit", pick("month", "quarter", "half", "year"));
            case 1 -> tree("kind", "anniversary");
            case 2 -> tree("kind", pick("ever", "anniversary"));
            default -> tree("kind", "rolling", "length", pick("P1M", "P6M", "P1Y", "P30D", "P1D", "P90D", "P2Y"));
        };
    }

    private Map<String, Object> level(String id, int threshold) {
        Map<String, Object> level = tree("id", id, "threshold", threshold);
        if (late || one(2)) level.put("multiply", new java.math.BigDecimal(pick("1.5", "2", "1.1")));
        if (one(5)) level.put("expiry", expiry());
        return level;
    }
}
