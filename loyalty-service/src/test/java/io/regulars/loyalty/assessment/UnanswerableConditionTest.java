package io.regulars.loyalty.assessment;

import static io.regulars.loyalty.Club.NOON;
import static io.regulars.loyalty.Club.id;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.regulars.events.TouchpointEvent.PurchaseRecorded;
import io.regulars.loyalty.Club;
import io.regulars.loyalty.membership.Customers;
import io.regulars.loyalty.membership.Member;
import io.regulars.loyalty.membership.Members;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.database.Database;
import io.regulars.platform.health.Standing;
import io.regulars.platform.health.Standing.State;
import io.regulars.platform.testing.SuiteResource;
import io.regulars.platform.view.Told;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A condition that cannot be answered costs the member nothing but that rule, and somebody hears of it. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class UnanswerableConditionTest {

    private static final Rulebook RULES =
            Rulebook.of(CompileProgramme.from(DocumentText.read("""
            format: 1
            id: shoes
            wallets:
              - { id: points }
            earning:
              rules:
                - { id: base, gives: { points: 1, per: 1 } }
                - { id: feet, gives: { fixed: 500 }, when: "member.attributes['shoeSize'] == '43'" }
            """), 1, Currency.getInstance("USD"), ZoneOffset.UTC));
    private static final String COUNTED = "regulars_loyalty_conditions_unanswerable_total{";

    @Inject
    Books books;

    @Inject
    Customers customers;

    @Inject
    Members members;

    @Inject
    Database database;

    @Inject
    Standing standing;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void the_receipt_is_judged_without_it_the_reason_is_kept_and_the_alarm_is_raised_once_committed() {
        assertThrows(IllegalStateException.class, () -> close(judged("undone"), true));
        assertEquals(List.of(), counted());

        OpenBook first = judged("first");
        close(first, false);
        close(judged("second"), false);

        Judged kept = first.judged().written().get(0);
        assertEquals(10, kept.points("points"));
        assertThat(kept.verdicts().get(1).why(), containsString("something it looks at is not there"));
        assertEquals(List.of("2.0"), counted());
        assertEquals(State.DEGRADED, standing.parts().get("conditions").state());
    }

    private static OpenBook judged(String name) {
        PurchaseRecorded purchase =
                Club.recorded("shoes " + name, "shoes " + name, Club.purchase(NOON, false, Club.line(1, "A", 10_00)));
        Told told = Club.told(purchase, NOON);
        OpenBook book = new OpenBook(RULES, Arrivals.of(List.of(told)));
        book.known(Member.newcomer(id("shoes " + name), RULES.first(), NOON, NOON, RULES));
        AssessPurchase.in(book, purchase, told.cause());
        return book;
    }

    private void close(OpenBook book, boolean fails) {
        database.inTransaction(tx -> {
            for (Member member : book.members()) {
                customers.lock(tx, List.of(member.customerId()));
                members.join(tx, member);
            }
            books.close(tx, book);
            if (fails) throw new IllegalStateException("undone");
            return null;
        });
    }

    private List<String> counted() {
        String shown = RestAssured.get(metrics).then().statusCode(200).extract().asString();
        return shown.lines()
                .filter(line -> line.startsWith(COUNTED))
                .filter(line -> line.contains("programme=\"shoes\"") && line.contains("rule=\"feet\""))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }
}
