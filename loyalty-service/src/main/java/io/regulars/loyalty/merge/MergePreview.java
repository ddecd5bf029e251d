package io.regulars.loyalty.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.regulars.loyalty.points.WalletView.Amounts;
import io.regulars.loyalty.programme.Level;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.tier.standing.TierPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What two memberships of one programme are, and what they would be together.
 *
 * @param survivor as it is now, {@code merged} the other one; null for who is no member
 * @param waits staff would be asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MergePreview(String programme, Account survivor, Account merged, Account after, boolean waits) {

    /** @param value what moves the tier, in minor units where that is money; {@code wallets} by their names */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(String tier, long value, Map<String, Amounts> wallets) {}

    static MergePreview of(Account survivor, Account merged, boolean waits, ProgrammeVersion version) {
        Account after = survivor == null ? merged : merged == null ? survivor : sum(survivor, merged, version);
        return new MergePreview(version.id(), survivor, merged, after, waits);
    }

    private static Account sum(Account one, Account other, ProgrammeVersion version) {
        Map<String, Amounts> wallets = new LinkedHashMap<>(one.wallets());
        other.wallets().forEach((id, amounts) -> wallets.merge(id, amounts, MergePreview::sum));
        long value = one.value() + other.value();
        return new Account(tier(one, other, value, version), value, wallets);
    }

    /** The higher of the two, or what both reach together. */
    private static String tier(Account one, Account other, long value, ProgrammeVersion version) {
        if (version.document().tiers() == null) return null;
        TierPlan plan = TierPlan.of(version);
        Level best = plan.reached(value);
        for (Account each : new Account[] {one, other}) {
            Level level = plan.level(each.tier());
            if (level.rank() > best.rank()) best = level;
        }
        return best.id();
    }

    /** What one owes is paid from what the other has. */
    private static Amounts sum(Amounts one, Amounts other) {
        long balance = one.balance() + other.balance();
        return new Amounts(
                Math.max(0, balance),
                one.pending() + other.pending(),
                one.held() + other.held(),
                Math.max(0, -balance),
                balance);
    }
}
