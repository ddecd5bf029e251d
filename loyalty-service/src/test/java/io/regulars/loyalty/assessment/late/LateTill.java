package io.regulars.loyalty.assessment.late;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;
import static io.regulars.loyalty.Club.purchase;
import static io.regulars.loyalty.Club.recorded;
import static io.regulars.loyalty.Club.refund;
import static io.regulars.loyalty.Club.refunded;
import static io.regulars.loyalty.Club.told;

import io.regulars.events.MembershipEvent;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.assessment.Judged;
import io.regulars.loyalty.points.Transfer;
import io.regulars.loyalty.points.life.Movement;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** A till that was offline: ana's receipts of 2023, when they happened and when they came. Amounts are in cents. */
final class LateTill {

    private static final Instant JOINED = Instant.parse("2023-01-01T12:00:00Z");

    private final PaperStore store;

    LateTill(String document) {
        store = new PaperStore(Rulebook.of(CompileProgramme.from(
                DocumentText.read("format: 1\nid: club\n" + document),
                1,
                Currency.getInstance("USD"),
                ZoneOffset.UTC)));
        store.enrol(id("ana"), JOINED, Cause.command(id("ana joins"), JOINED));
    }

    private static Instant hour(String dayAndHour) {
        return Instant.parse("2023-" + dayAndHour + ":00:00Z");
    }

    void buys(String receipt, String happened, String came, long amount) {
        store.apply(List.of(told(
                recorded(receipt, "ana", purchase(hour(happened), false, line(1, "A", amount))), hour(came))));
    }

    void brings(String receipt, String on, long amount) {
        store.apply(List.of(told(
                refunded("undo " + on, receipt, null, refund(hour(on), back(1, "A", amount))), hour(on))));
    }

    long active() {
        return store.wallet(id("ana")).active();
    }

    String tier() {
        return store.member(id("ana")).standing().tier();
    }

    Judged judged(String receipt) {
        return store.judged(id(receipt)).orElseThrow();
    }

    List<Transfer> posted(Movement way) {
        return store.transfers(id("ana")).stream()
                .filter(each -> each.way() == way)
                .toList();
    }

    List<Long> madeGood() {
        return posted(Movement.ADJUSTED_UP).stream().map(Transfer::amount).toList();
    }

    <T extends MembershipEvent> List<T> said(Class<T> kind) {
        return store.said().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
