package io.regulars.local.suite;

import picocli.CommandLine.Option;

/** What may be chosen when a data directory is first used; later it may be repeated, and need not be. */
final class Founding {
    @Option(names = "--partitions", paramLabel = "N", description = "Partitions and shards, fixed at creation (12).")
    private Integer partitions;

    @Option(names = "--currency", paramLabel = "CODE", description = "The currency, fixed at creation (USD).")
    private String currency;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of the programme's business days, fixed at creation (UTC).")
    private String zone;

    void choose(String money, String days) {
        currency = money;
        zone = days;
    }

    /** What is chosen here, and what holds already where nothing is. */
    Installation over(Installation known) {
        return new Installation(
                partitions == null ? known.partitions() : partitions,
                currency == null ? known.currency() : currency,
                zone == null ? known.zone() : zone);
    }
}
