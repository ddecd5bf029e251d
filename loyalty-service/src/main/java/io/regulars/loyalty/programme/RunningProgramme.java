package io.regulars.loyalty.programme;

import io.regulars.loyalty.programme.document.EarningPolicy;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.WalletPolicy;
import io.regulars.loyalty.programme.document.rule.EarningRule;
import io.regulars.loyalty.programme.document.rule.Gives;
import io.regulars.loyalty.programme.document.rule.Gives.Of;
import io.regulars.loyalty.programme.rule.Gift;
import io.regulars.loyalty.programme.rule.Rule;
import io.regulars.loyalty.programme.text.Difference;
import io.regulars.loyalty.programme.text.Fault;
import io.regulars.loyalty.programme.text.UnacceptableDocument;
import java.util.ArrayList;
import java.util.List;

/** A version as the running assessment keeps it: one base rule, one kind of points, spend in a rolling window. */
final class RunningProgramme {

    private RunningProgramme() {}

    /** A promise that would not be kept is refused, with the place. */
    static Programme of(ProgrammeVersion version) {
        List<Fault> unkept = Difference.between(plain(version.document()), version.document()).stream()
                .map(change -> new Fault(change.pointer(), "The assessment does not keep this promise yet."))
                .toList();
        if (!unkept.isEmpty()) throw new UnacceptableDocument(unkept);
        Rule base = version.rules().get(0);
        return new Programme(
                version.id(),
                version.number(),
                version.document().wallets().get(0).name().one(),
                base.id(),
                ((Gift.PerMoney) base.gift()).per(),
                version.document().tiers().window().length(),
                version.levels().stream()
                        .map(level -> new Programme.Tier(level.id(), level.threshold()))
                        .toList(),
                version.zone(),
                version.currency().getCurrencyCode());
    }

    /** The document with everything but what is kept set back. */
    private static ProgrammeDocument plain(ProgrammeDocument document) {
        WalletPolicy wallet = document.wallets().get(0);
        return new ProgrammeDocument(
                document.format(),
                document.id(),
                null,
                document.name(),
                document.zone(),
                document.currency(),
                null,
                List.of(new WalletPolicy(wallet.id(), wallet.name(), null, null, null, null, null, null, null, null)),
                null,
                new EarningPolicy(
                        null,
                        null,
                        null,
                        null,
                        List.of(base(document.earning().rules().get(0)))),
                null,
                tiers(document.tiers()),
                null);
    }

    private static EarningRule base(EarningRule rule) {
        Gives gives = new Gives(1L, rule.gives().per(), Of.RECEIPT, null, null, false, null, null, null);
        return new EarningRule(
                rule.id(),
                rule.name(),
                null,
                null,
                null,
                null,
                null,
                null,
                gives,
                0,
                null,
                false,
                false,
                null,
                null,
                null);
    }

    private static TierPolicy tiers(TierPolicy tiers) {
        if (tiers == null) {
            throw new UnacceptableDocument(List.of(new Fault("/tiers", "The assessment needs tiers.")));
        }
        List<TierPolicy.Level> levels = new ArrayList<>();
        for (TierPolicy.Level level : tiers.levels()) {
            levels.add(new TierPolicy.Level(level.id(), level.name(), level.threshold(), null, null));
        }
        TierPolicy.Window window = new TierPolicy.Window(
                TierPolicy.Kind.ROLLING, null, tiers.window().length());
        return new TierPolicy(TierPolicy.Basis.NET_SPEND, null, window, null, null, null, levels);
    }
}
