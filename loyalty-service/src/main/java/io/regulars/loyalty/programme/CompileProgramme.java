package io.regulars.loyalty.programme;

import io.regulars.loyalty.arithmetic.Fraction;
import io.regulars.loyalty.programme.check.Catalogue;
import io.regulars.loyalty.programme.check.DocumentRules;
import io.regulars.loyalty.programme.check.Faults;
import io.regulars.loyalty.programme.condition.Conditions;
import io.regulars.loyalty.programme.document.EarningPolicy.Budget;
import io.regulars.loyalty.programme.document.ProgrammeDocument;
import io.regulars.loyalty.programme.document.TierPolicy;
import io.regulars.loyalty.programme.document.TierPolicy.Basis;
import io.regulars.loyalty.programme.rule.Rule;
import io.regulars.loyalty.programme.text.UnacceptableDocument;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a document a version that can be run, or says all that is wrong with it. */
public final class CompileProgramme {

    private final ProgrammeDocument document;
    private final Currency currency;
    private final ZoneId zone;
    private final Faults faults = new Faults();

    private CompileProgramme(ProgrammeDocument document, Currency currency, ZoneId zone) {
        this.document = document;
        this.currency = currency;
        this.zone = zone;
    }

    /** @param currency and {@code zone} the installation's, where the document names none */
    public static ProgrammeVersion from(
            ProgrammeDocument document, int number, Currency currency, ZoneId zone, Catalogue catalogue) {
        Faults faults = new Faults();
        DocumentRules.check(document, catalogue, faults);
        if (!faults.found().isEmpty()) throw new UnacceptableDocument(faults.found());
        Currency money = document.currency() == null ? currency : Currency.getInstance(document.currency());
        ZoneId place = document.zone() == null ? zone : document.zone();
        return new CompileProgramme(document, money, place).version(number);
    }

    public static ProgrammeVersion from(ProgrammeDocument document, int number, Currency currency, ZoneId zone) {
        return from(document, number, currency, zone, Catalogue.UNKNOWN);
    }

    private ProgrammeVersion version(int number) {
        List<Rule> rules = rules();
        List<Level> levels = document.tiers() == null ? List.of() : levels(document.tiers());
        if (!faults.found().isEmpty()) throw new UnacceptableDocument(faults.found());
        return new ProgrammeVersion(
                document,
                number,
                zone,
                currency,
                rules,
                levels,
                ProgrammeVersion.groupsOf(document),
                document.earning().budgets().stream().collect(Collectors.toMap(Budget::id, Budget::points)));
    }

    private List<Rule> rules() {
        MinorUnits money = new MinorUnits(currency, faults);
        CompileRule compile = new CompileRule(
                document.wallets().get(0).id(), money, Conditions.inMinorDigits(money.digits()), faults);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < document.earning().rules().size(); i++) {
            rules.add(compile.from(document.earning().rules().get(i), "/earning/rules/" + i));
        }
        rules.sort(Comparator.comparingInt(rule -> -rule.written().priority()));
        return rules;
    }

    private List<Level> levels(TierPolicy tiers) {
        int digits = tiers.basis() == Basis.NET_SPEND ? Math.max(0, currency.getDefaultFractionDigits()) : 0;
        MinorUnits unit =
                new MinorUnits(digits, tiers.basis() == Basis.NET_SPEND ? currency.getCurrencyCode() : "", faults);
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < tiers.levels().size(); i++) {
            TierPolicy.Level level = tiers.levels().get(i);
            long threshold = unit.of(level.threshold(), "/tiers/levels/" + i + "/threshold");
            Fraction factor = level.multiply() == null ? Fraction.ONE : Fraction.of(level.multiply());
            levels.add(new Level(level, i, threshold, factor));
        }
        return levels;
    }
}
