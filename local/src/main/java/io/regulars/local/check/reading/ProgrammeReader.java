package io.regulars.local.check.reading;

import io.regulars.local.check.evidence.Terms;
import io.regulars.local.process.NotStarted;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the programme's document: its money is in whole units of the installation's currency. */
public final class ProgrammeReader {
    private final Currency currency;
    private final ZoneId zone;

    public ProgrammeReader(String currency, String zone) {
        this.currency = Currency.getInstance(currency);
        this.zone = ZoneId.of(zone);
    }

    public Terms read(Path document) {
        try (Reader text = Files.newBufferedReader(document)) {
            Map<?, ?> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Map<?, ?> tiers = (Map<?, ?>) all.get("tiers");
            List<Terms.Level> levels = new ArrayList<>();
            for (Object each : (List<?>) tiers.get("levels")) {
                Map<?, ?> level = (Map<?, ?>) each;
                levels.add(new Terms.Level("" + level.get("id"), minorUnits(level.get("threshold"))));
            }
            return new Terms(
                    "" + all.get("id"),
                    onePointPer((Map<?, ?>) all.get("earning")),
                    Period.parse("" + ((Map<?, ?>) tiers.get("window")).get("length")),
                    List.copyOf(levels),
                    zone,
                    currency.getCurrencyCode());
        } catch (IOException missing) {
            throw new NotStarted("The programme's document cannot be read: " + document);
        }
    }

    /** The reference model knows one rule: a point for so much of the receipt. */
    private long onePointPer(Map<?, ?> earning) {
        List<?> rules = (List<?>) earning.get("rules");
        Map<?, ?> gives = (Map<?, ?>) ((Map<?, ?>) rules.get(0)).get("gives");
        if (rules.size() != 1 || !Integer.valueOf(1).equals(gives.get("points")) || !"receipt".equals(gives.get("of")))
            throw new NotStarted("This programme has rules the check does not know: " + rules);
        return minorUnits(gives.get("per"));
    }

    private long minorUnits(Object whole) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return new BigDecimal("" + whole).movePointRight(digits).longValueExact();
    }
}
