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
            Map<?, ?> earn = (Map<?, ?>) all.get("earn");
            Map<?, ?> tiers = (Map<?, ?>) all.get("tiers");
            List<Terms.Level> levels = new ArrayList<>();
            for (Object each : (List<?>) tiers.get("levels")) {
                Map<?, ?> level = (Map<?, ?>) each;
                levels.add(new Terms.Level("" + level.get("name"), minorUnits(level.get("threshold"))));
            }
            return new Terms(
                    "" + all.get("id"),
                    minorUnits(earn.get("onePointPer")),
                    Period.parse("" + tiers.get("window")),
                    List.copyOf(levels),
                    zone,
                    currency.getCurrencyCode());
        } catch (IOException missing) {
            throw new NotStarted("The programme's document cannot be read: " + document);
        }
    }

    private long minorUnits(Object whole) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return new BigDecimal("" + whole).movePointRight(digits).longValueExact();
    }
}
