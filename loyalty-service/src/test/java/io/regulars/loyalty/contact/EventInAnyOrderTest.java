package io.regulars.loyalty.contact;

import static io.regulars.loyalty.contact.Diary.bought;
import static io.regulars.loyalty.contact.Diary.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulars.events.TouchpointEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Points that wait for their event end the same whatever is heard of first. */
class EventInAnyOrderTest {

    private static final String DELIVERED = """
            wallets:
              - id: points
                pending: { kind: event, event: custom.delivered, cancellation: P14D, givenUpAfter: P60D }
                expiry: { kind: rolling, after: P1M }
            earning: { rules: [{ id: base, gives: { points: 1, per: 1 } }] }
            """;
    private static final TouchpointEvent SOLD = bought("shoes", 80, "2026-03-02T10:00");
    private static final String SOON = "2026-03-02T10:01";
    private static final String MUCH_LATER = "2026-05-03T10:00";

    /** Something the diary's owner does or that is heard of, recorded at that time. */
    private record Step(String recorded, Consumer<Diary> happens) {}

    @Test
    void recorded_in_time_or_too_late_is_the_same_before_and_after_the_purchase() {
        for (String sold : List.of(SOON, MUCH_LATER)) {
            assertEquals(
                    List.of("80: 2026-05-14T10:00 to 2026-06-15T00:00"),
                    lots(sold, delivered("2026-04-30T10:00", "2026-05-01T09:59")),
                    sold);
            assertEquals(List.of(), lots(sold, delivered("2026-04-30T10:00", "2026-05-01T10:00")), sold);
        }
    }

    @Test
    void of_two_events_the_one_that_is_recorded_first_decides_before_and_after_the_purchase() {
        for (String sold : List.of(SOON, "2026-03-07T10:00")) {
            assertEquals(
                    List.of("80: 2026-03-19T10:00 to 2026-04-20T00:00"),
                    lots(
                            sold,
                            delivered("2026-03-05T10:00", "2026-03-05T10:00"),
                            delivered("2026-03-03T10:00", "2026-03-06T10:00")),
                    sold);
        }
    }

    @Test
    void purchase_event_and_opt_in_may_come_in_any_order() {
        for (String purchase : Arrays.asList("shoes", null)) {
            TouchpointEvent arrived = done("custom.delivered", "2026-03-02T10:05", purchase, null);
            List<Consumer<Diary>> steps = List.of(
                    ana -> ana.hears(SOLD, "2026-03-02T10:10"),
                    ana -> ana.hears(arrived, "2026-03-02T10:10"),
                    ana -> ana.joins("2026-03-02T10:10"));
            for (List<Consumer<Diary>> order : orders(steps)) {
                Diary ana = Diary.of(DELIVERED);
                order.forEach(step -> step.accept(ana));
                String what = purchase + " in order "
                        + order.stream().map(steps::indexOf).toList();
                assertEquals(List.of("80: 2026-03-16T10:05 to 2026-04-17T00:00"), ana.lots(), what);
            }
        }
    }

    @Test
    void who_comes_back_finds_the_delivery_of_the_time_between() {
        Diary ana = Diary.of(DELIVERED).joins("2026-03-01T09:00").leaves("2026-03-01T10:00");
        ana.hears(SOLD, SOON).hears(done("custom.delivered", "2026-03-02T11:00", "shoes", null), "2026-03-02T11:00");
        ana.joins("2026-03-02T09:00", "2026-03-02T12:00");
        assertEquals(List.of("80: 2026-03-16T11:00 to 2026-04-17T00:00"), ana.lots());
    }

    @Test
    void what_a_stranger_does_brings_no_points_later() {
        Diary ana = Diary.of("""
                wallets: [{ id: points, pending: { kind: event, event: visit } }]
                earning:
                  rules:
                    - { id: base, gives: { points: 1, per: 1 } }
                    - { id: visit, trigger: checkIn, gives: { fixed: 3 } }
                """).does("visit", "2026-03-02T10:05").joins("2026-03-02T10:10");
        ana.does("visit", "2026-03-02T10:05");
        assertEquals(List.of(), ana.lots());
    }

    private static Step delivered(String at, String recorded) {
        TouchpointEvent event = done("custom.delivered", at, "shoes", null);
        return new Step(recorded, ana -> ana.hears(event, recorded));
    }

    /** Of a member, once all is heard of in the order of recording and a night has passed. */
    private static List<String> lots(String sold, Step... events) {
        List<Step> steps = new ArrayList<>(List.of(events));
        steps.add(new Step(sold, ana -> ana.hears(SOLD, sold)));
        steps.sort(Comparator.comparing(Step::recorded));
        Diary ana = Diary.of(DELIVERED).joins("2026-03-01T09:00");
        steps.forEach(step -> step.happens().accept(ana));
        return ana.night(steps.get(steps.size() - 1).recorded()).lots();
    }

    private static <T> List<List<T>> orders(List<T> of) {
        if (of.isEmpty()) return List.of(List.of());
        List<List<T>> orders = new ArrayList<>();
        for (T first : of) {
            List<T> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<T> after : orders(rest)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(after);
                orders.add(order);
            }
        }
        return orders;
    }
}
