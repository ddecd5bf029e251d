package io.regulars.local.check.programme;

import io.regulars.local.check.evidence.Terms;
import io.regulars.local.process.NotStarted;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Reads a programme's document; its money is in whole units of its currency, or the installation's. */
public final class ProgrammeReader {
    private final String currency;
    private final String zone;

    public ProgrammeReader(String currency, String zone) {
        this.currency = currency;
        this.zone = zone;
    }

    /** Reads the document that is built in. */
    public Terms read(Path document) {
        try {
            return read(Files.readString(document));
        } catch (IOException missing) {
            throw new NotStarted("The programme's document cannot be read: " + document);
        }
    }

    /** Reads any document; how much of it the reference model knows is a part of what comes out. */
    public Terms read(String document) {
        Words all = Words.of(document);
        Currency money = Currency.getInstance(all.text("currency", currency));
        KnownShape known = new KnownShape(all);
        Words tiers = all.in("tiers");
        List<Terms.Level> levels = new ArrayList<>();
        for (Words level : tiers.list("levels")) {
            levels.add(new Terms.Level(level.text("id", ""), minorUnits(level.text("threshold", "0"), money)));
        }
        String per = known.shape().earning()
                ? all.in("earning").list("rules").get(0).in("gives").text("per", "1")
                : "0";
        return new Terms(
                all.text("id", ""),
                known.wallet(),
                known.shape(),
                minorUnits(per, money),
                Period.parse(tiers.in("window").text("length", "P0D")),
                List.copyOf(levels),
                ZoneId.of(all.text("zone", zone)),
                money.getCurrencyCode());
    }

    private static long minorUnits(String whole, Currency money) {
        int digits = Math.max(0, money.getDefaultFractionDigits());
        return new BigDecimal(whole).movePointRight(digits).longValueExact();
    }
}
