package io.regulars.gateway.receipt;

import com.fasterxml.uuid.Generators;
import io.regulars.events.Refund.Original;
import java.time.LocalDate;
import java.util.UUID;

/** Ids that follow from what a thing is called, so that whoever posts it again names the same thing (docs/natural-keys.md). */
public final class NaturalKeys {

    public static final UUID PURCHASES = UUID.fromString("f2d969c7-1d7d-5bae-9f02-7950bb1a138d");
    public static final UUID REFUNDS = UUID.fromString("5ae0f574-46b9-558e-9e67-97e45c7e4910");
    public static final UUID TOUCHPOINTS = UUID.fromString("d219b3e0-e22a-5c8a-b613-441136b395cd");

    private NaturalKeys() {}

    public static UUID purchase(String store, String terminal, LocalDate businessDate, String receipt) {
        return named(PURCHASES, receipt(store, terminal, businessDate, receipt));
    }

    public static UUID refund(String store, String terminal, LocalDate businessDate, String receipt) {
        return named(REFUNDS, receipt(store, terminal, businessDate, receipt));
    }

    /** The purchase that is named, by its id or by what is printed on it. */
    public static UUID purchase(Original original) {
        return original.purchaseId() != null
                ? original.purchaseId()
                : purchase(original.store(), original.terminal(), original.businessDate(), original.receipt());
    }

    public static UUID touchpoint(String source, String ref) {
        return named(TOUCHPOINTS, escaped(source) + "|" + escaped(ref));
    }

    private static String receipt(String store, String terminal, LocalDate businessDate, String receipt) {
        return escaped(store) + "|" + escaped(terminal) + "|" + businessDate + "|" + escaped(receipt);
    }

    /** Without it, {@code a|b} and {@code c} would be the same as {@code a} and {@code b|c}. */
    private static String escaped(String part) {
        return part.indexOf('|') < 0 && part.indexOf('\\') < 0
                ? part
                : part.replace("\\", "\\\\").replace("|", "\\|");
    }

    private static UUID named(UUID namespace, String name) {
        return Generators.nameBasedGenerator(namespace).generate(name);
    }
}
