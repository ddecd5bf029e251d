package io.regulars.local.simulator;

import io.regulars.local.simulator.till.Gateway;
import io.regulars.local.simulator.till.Retries;
import io.regulars.local.simulator.till.Tally;
import io.regulars.local.simulator.till.TillClient;
import io.regulars.local.simulator.till.TillKey;
import io.regulars.local.simulator.town.TownOptions;
import io.regulars.local.truth.TruthLog;
import java.nio.file.Path;

/** A town trading with one suite: the key of its tills, their client, and the record of what must be true. */
public final class Trade implements AutoCloseable {
    private final Gateway gateway;
    private final TruthLog record;
    private final TillClient till;
    private final Tally tally = new Tally();

    private Trade(Gateway gateway, TruthLog record, Retries retries) {
        this.gateway = gateway;
        this.record = record;
        this.till = new TillClient(gateway, retries, tally, record::write);
    }

    /**
     * @param url the gateway's
     * @param officeToken an operator's token with the role service
     * @param data where key and record are kept; the record's file is named by the town's run
     */
    public static Trade open(String url, String officeToken, Path data, TownOptions town, Retries retries) {
        String key = TillKey.of(data, url, officeToken, town.storeIds());
        return new Trade(new Gateway(url, key, officeToken), TruthLog.open(data, town.run()), retries);
    }

    public TradingDay day(Pace pace) {
        return new TradingDay(till, tally, pace);
    }

    public Gateway gateway() {
        return gateway;
    }

    public TillClient till() {
        return till;
    }

    public Tally tally() {
        return tally;
    }

    /** The record is whole from here on. */
    @Override
    public void close() {
        record.close();
    }
}
