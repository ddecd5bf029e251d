package io.regulars.local.replay;

import io.regulars.local.Console;
import io.regulars.local.check.Check;
import io.regulars.local.check.CheckOptions;
import io.regulars.local.check.CheckReport;
import io.regulars.local.command.OperatorToken;
import io.regulars.local.process.Patience;
import io.regulars.local.replay.Invoice.Sort;
import io.regulars.local.simulator.Trade;
import io.regulars.local.simulator.till.Answer;
import io.regulars.local.simulator.till.Retries;
import io.regulars.local.simulator.town.Act;
import io.regulars.local.simulator.town.Shopper;
import io.regulars.local.simulator.town.Slip;
import io.regulars.local.simulator.town.TownOptions;
import io.regulars.local.suite.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A year of real till lines through the gateway, on the clock of the data; every tenth batch is sent twice. */
public final class RetailReplay {

    private static final int BATCH = 100;
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final Duration HEARD = Duration.ofSeconds(30);
    private static final Instant DAY_ONE = Instant.parse("2010-12-01T00:00:00Z");

    private final Suite suite;
    private final Console console;
    private final List<Invoice> invoices;
    private final List<String> troubles = new ArrayList<>();

    /** @param most lines of the file to take */
    public RetailReplay(Suite suite, Console console, Path file, long most) {
        this.suite = suite;
        this.console = console;
        this.invoices = Rows.read(file, most);
    }

    /** What came out: the check, and sentences on what differs from the file; both must be empty of faults. */
    public record Outcome(CheckReport report, List<String> differences, long receipts) {
        public boolean clean() {
            return report.clean() && differences.isEmpty();
        }
    }

    public Outcome run() {
        String office = OperatorToken.signedWith(suite.secrets())
                .mint("head-office", List.of("service", "admin"), Duration.ofDays(2));
        Figures figures = Figures.of(invoices);
        say(figures);
        ClockHand clock = new ClockHand(suite.gatewayUrl(), office);
        TownOptions town = TownOptions.of(0, "retail", Rows.day(DAY_ONE)).withStores(1, 1);
        try (Trade trade =
                Trade.open(suite.gatewayUrl(), office, suite.options().data(), town, Retries.usual())) {
            clock.set(DAY_ONE.plus(Duration.ofHours(1)));
            enrol(trade, figures.net().keySet());
            post(trade, clock);
        }
        CheckReport report = Check.run(CheckOptions.of(suite.options()).waiting(QUIET));
        List<String> differences = new ArrayList<>(troubles);
        differences.addAll(Comparison.of(suite, figures));
        return new Outcome(report, differences, figures.count(Sort.PURCHASE) + figures.count(Sort.REFUND));
    }

    private void say(Figures figures) {
        console.say(
                "%d purchases and %d refunds of %d customers. Not receipts, left out: %d stock write-offs, "
                        + "%d bad debts, %d returns by nobody known.",
                figures.count(Sort.PURCHASE),
                figures.count(Sort.REFUND),
                figures.net().size(),
                figures.count(Sort.WRITE_OFF),
                figures.count(Sort.BAD_DEBT),
                figures.count(Sort.GUEST_REFUND));
    }

    /** The first opt-in is repeated until the service's clock has heard what time it is; the others follow. */
    private void enrol(Trade trade, Collection<String> customers) {
        List<String> joining = customers.stream().filter(Figures::joins).toList();
        if (joining.isEmpty()) return;
        Patience.until(
                HEARD,
                Duration.ofMillis(100),
                () -> optIn(trade, joining.get(0)).join().isOk());
        Set<CompletableFuture<Answer>> running = new HashSet<>();
        for (String customer : joining.subList(1, joining.size())) {
            running.add(optIn(trade, customer));
            if (running.size() >= 16) settle(running);
        }
        settle(running);
    }

    private static CompletableFuture<Answer> optIn(Trade trade, String customer) {
        Shopper shopper = new Invoice("", DAY_ONE, customer, List.of()).shopper();
        return trade.till().enrol(new Act.Enrol(DAY_ONE, shopper, shopper.full(), DAY_ONE));
    }

    private void settle(Set<CompletableFuture<Answer>> running) {
        for (CompletableFuture<Answer> each : running) {
            Answer answer = each.join();
            if (!answer.isOk()) troubles.add("an opt-in was answered " + answer.status() + " " + answer.body());
        }
        running.clear();
    }

    private void post(Trade trade, ClockHand clock) {
        List<Slip> batch = new ArrayList<>();
        List<Invoice> receipts = invoices.stream()
                .filter(each -> each.sort() == Sort.PURCHASE || each.sort() == Sort.REFUND)
                .toList();
        int sent = 0;
        int batches = 0;
        for (Invoice invoice : receipts) {
            batch.add(invoice.slip());
            clock.reach(invoice.at());
            if (batch.size() == BATCH) {
                deliver(trade, clock, List.copyOf(batch), ++batches % 10 == 0);
                batch.clear();
            }
            console.progress(++sent, receipts.size(), "receipts");
        }
        if (!batch.isEmpty()) deliver(trade, clock, batch, false);
    }

    private void deliver(Trade trade, ClockHand clock, List<Slip> batch, boolean twice) {
        clock.tell();
        for (Answer answer : trade.till().deliver(batch, true, false).join()) {
            if (!answer.isOk()) troubles.add("a receipt was answered " + answer.status() + " " + answer.body());
        }
        if (twice) trade.till().deliver(batch, false, true).join();
    }
}
