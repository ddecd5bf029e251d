package io.regulars.local.simulator;

import io.regulars.local.Console;
import io.regulars.local.simulator.FirstPoints.Printed;
import io.regulars.local.simulator.till.Gateway;
import io.regulars.local.suite.SuiteOptions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What to open and what to type once the demo has run. */
public final class WhereToLook {
    private static final String CURLS = """

            One purchase in three curls:

            # a till posts a receipt and waits up to two seconds for the points
            curl -s %1$s/v1/purchases -H 'Authorization: Bearer %2$s' \\
              -H 'Content-Type: application/json' -H 'Prefer: wait=2' -d '{
                "store":"%3$s","terminal":"T-9","receipt":"'$(date +%%s)'","businessDate":"%4$s","occurredAt":"%5$s",
                "currency":"%6$s","total":1250,"customer":{"id":"%7$s"},
                "lines":[{"sku":"COF-02","category":"coffee","quantity":2,"amount":700},{"sku":"BAK-01","amount":550}]}'

            # what became of a receipt, and why
            curl -s '%1$s/v1/purchases/%8$s?explain=true' -H 'Authorization: Bearer %2$s'

            # what its buyer has
            curl -s %1$s/v1/members/%7$s/wallet -H 'Authorization: Bearer %2$s'
            """;

    private final Console console;
    private final SuiteOptions options;

    public WhereToLook(Console console, SuiteOptions options) {
        this.console = console;
        this.options = options;
    }

    public void say(Gateway gateway, Printed first, Instant now) {
        console.say("");
        console.say("Where to look next:");
        console.say("  gateway   %s", gateway.url());
        console.say("  OpenAPI   %s/openapi", gateway.url());
        console.say(
                "  mail      http://127.0.0.1:%d (what the suite sent; none of it left this machine)",
                options.ports().mail());
        console.say(
                "  record    %s (what the simulator did, and was told)",
                options.data().resolve("truth"));
        console.say("  logs      %s", options.logs());
        console.say("  staff     ./regulars token --role support opens /v1/customers/%s/timeline", first.customerId());
        console.say(CURLS.formatted(
                gateway.url(),
                gateway.tillKey(),
                first.store(),
                now.atOffset(ZoneOffset.UTC).toLocalDate(),
                now.truncatedTo(ChronoUnit.SECONDS),
                options.currency(),
                first.customerId(),
                first.purchaseId()));
    }
}
