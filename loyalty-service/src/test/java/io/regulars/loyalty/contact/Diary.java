package io.regulars.loyalty.contact;

import static io.regulars.loyalty.Club.back;
import static io.regulars.loyalty.Club.id;
import static io.regulars.loyalty.Club.line;

import io.regulars.events.MembershipEvent;
import io.regulars.events.TouchpointEvent;
import io.regulars.events.TouchpointEvent.TouchpointRecorded;
import io.regulars.loyalty.Club;
import io.regulars.loyalty.PaperStore;
import io.regulars.loyalty.points.Lot;
import io.regulars.loyalty.programme.CompileProgramme;
import io.regulars.loyalty.programme.ProgrammeVersion;
import io.regulars.loyalty.programme.Rulebook;
import io.regulars.loyalty.programme.text.DocumentText;
import io.regulars.platform.journal.Cause;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** One member's days, as a till and an app tell them; times are Berlin's. What happens is heard of at once, or later. */
final class Diary {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final PaperStore store;

    Diary(Rulebook rules) {
        this.store = new PaperStore(rules);
    }

    /** A programme of a point for each dollar, and more. */
    static Diary of(String more) {
        return new Diary(Rulebook.of(version(1, more)));
    }

    static ProgrammeVersion version(int number, String more) {
        String text = """
            format: 1
            id: club
            %s
            """.formatted(more);
        return CompileProgramme.from(DocumentText.read(text), number, Currency.getInstance("USD"), BERLIN);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    Diary joins(String at) {
        return joins(at, at);
    }

    Diary joins(String at, String heard) {
        store.enrol(id("ana"), at(at), Cause.command(id("joins at " + at), at(heard)));
        return this;
    }

    Diary leaves(String at) {
        store.leave(id("ana"), Cause.command(id("leaves"), at(at)));
        return this;
    }

    Diary buys(String receipt, long dollars, String at) {
        return buys(receipt, dollars, at, at);
    }

    Diary buys(String receipt, long dollars, String at, String heard) {
        return hears(bought(receipt, dollars, at), heard);
    }

    static TouchpointEvent bought(String receipt, long dollars, String at) {
        return Club.recorded(receipt, "ana", Club.purchase(at(at), false, line(1, "A", dollars * 100)));
    }

    Diary brings(String refund, String original, long dollars, String at) {
        return hears(Club.refunded(refund, original, "ana", Club.refund(at(at), back(1, "A", dollars * 100))), at);
    }

    Diary does(String type, String at) {
        return hears(done(type, at, null, null), at);
    }

    static TouchpointEvent done(String type, String at, String purchase, Integer rating) {
        return new TouchpointRecorded(
                id(type + at + purchase),
                id("ana"),
                null,
                type,
                "store",
                "S-1",
                purchase == null ? null : id(purchase),
                rating,
                at(at));
    }

    Diary hears(TouchpointEvent event, String at) {
        store.apply(List.of(Club.told(event, at(at))));
        return this;
    }

    Diary hears(List<TouchpointEvent> events, String at) {
        store.apply(events.stream().map(event -> Club.told(event, at(at))).toList());
        return this;
    }

    Diary night(String at) {
        store.tick(id("ana"), at(at));
        return this;
    }

    long active() {
        return store.wallet(id("ana")).active();
    }

    long pending() {
        return store.wallet(id("ana")).pending();
    }

    Instant due() {
        return store.wallet(id("ana")).dueAt();
    }

    /** Lots as {@code points: start to end}, in days and hours of Berlin; a dash for what is not known. */
    List<String> lots() {
        return store.lots(id("ana")).stream()
                .filter(lot -> lot.remaining() > 0)
                .map(Diary::shown)
                .toList();
    }

    private static String shown(Lot lot) {
        return lot.remaining() + ": " + shown(lot.dated().startsAt()) + " to "
                + shown(lot.dated().expiresAt());
    }

    private static String shown(Instant at) {
        return at == null ? "-" : LocalDateTime.ofInstant(at, BERLIN).toString();
    }

    <E extends MembershipEvent> List<E> said(Class<E> kind) {
        return store.said().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    PaperStore store() {
        return store;
    }

    String tier() {
        return store.member(id("ana")).standing().tier();
    }
}
