package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.document.EarningPolicy.Choose;
import io.regulars.loyalty.programme.document.ExpiryPolicy;
import io.regulars.loyalty.programme.document.PendingPolicy;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.rule.Rule;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a programme as rules read it: every reference followed, money in minor units, conditions read once.
 *
 * @param rules by priority, ties as they were written
 * @param levels upwards; empty without tiers
 * @param groups how the one of a group is chosen
 * @param budgets points for all members together
 */
public record ProgrammeVersion(
        ProgrammeDocument document,
        int number,
        ZoneId zone,
        Currency currency,
        List<Rule> rules,
        List<Level> levels,
        Map<String, Choose> groups,
        Map<String, Long> budgets) {

    public ProgrammeVersion {
        rules = List.copyOf(rules);
        levels = List.copyOf(levels);
        groups = Map.copyOf(groups);
        budgets = Map.copyOf(budgets);
    }

    public String id() {
        return document.id();
    }

    public WalletPolicy wallet(String id) {
        for (WalletPolicy wallet : document.wallets()) if (wallet.id().equals(id)) return wallet;
        throw new IllegalArgumentException("no wallet " + id);
    }

    /** The kind of points that receipts and facts speak of where they name none. */
    public String firstWallet() {
        return document.wallets().get(0).id();
    }

    /** The kind of points that tiers by points look at. */
    public String tierWallet() {
        if (document.tiers() != null && document.tiers().wallet() != null)
            return document.tiers().wallet();
        return document.wallets().stream()
                .filter(WalletPolicy::qualifying)
                .map(WalletPolicy::id)
                .findFirst()
                .orElse(firstWallet());
    }

    public Optional<Level> level(String id) {
        for (Level level : levels) if (level.id().equals(id)) return Optional.of(level);
        return Optional.empty();
    }

    /** Whether it judges by what members share. */
    public boolean asksForPerson() {
        return rules.stream().anyMatch(Rule::asksForPerson);
    }

    public Optional<Rule> rule(String id) {
        for (Rule rule : rules) if (rule.id().equals(id)) return Optional.of(rule);
        return Optional.empty();
    }

    /** How points of this rule wait: as the rule says, else as their wallet says. */
    public PendingPolicy pendingOf(Rule rule) {
        PendingPolicy own = rule.written().pending();
        return own == null ? wallet(rule.wallet()).pending() : own;
    }

    /** When points of this rule expire: as the rule says, else the member's tier, else their wallet. */
    public ExpiryPolicy expiryOf(Rule rule, String tier) {
        return rule.written().expiry() != null ? rule.written().expiry() : expiryOf(rule.wallet(), tier);
    }

    /** When points of no rule's own expire: as the member's tier says, else as their wallet says. */
    public ExpiryPolicy expiryOf(String wallet, String tier) {
        ExpiryPolicy ofTier = level(tier).map(level -> level.written().expiry()).orElse(null);
        return ofTier == null ? wallet(wallet).expiry() : ofTier;
    }

    /** A receipt in other money earns nothing here. */
    public boolean accepts(String money) {
        return money == null || money.equals(currency.getCurrencyCode());
    }

    static Map<String, Choose> groupsOf(ProgrammeDocument document) {
        Map<String, Choose> groups = new LinkedHashMap<>();
        document.earning().groups().forEach(group -> groups.put(group.id(), group.choose()));
        return groups;
    }
}
