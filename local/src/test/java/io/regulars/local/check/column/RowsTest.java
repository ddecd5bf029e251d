package io.regulars.local.check.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowsTest {
    record Thing(int number, long amount, boolean flag, String word) {}

    @Test
    void rows_come_back_as_they_went_in() {
        Rows<Thing> rows = Rows.of(Thing.class);
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Thing thing = new Thing(-i, Long.MIN_VALUE + i, i % 3 == 0, i % 7 == 0 ? null : "w" + i % 5);
            things.add(thing);
            rows.add(thing);
        }

        assertEquals(things, rows.stream().toList());
        assertEquals(things.get(1_999), rows.get(1_999));
    }

    @Test
    void numbers_take_any_room_they_need() {
        long[] ranges = {0, 200, 60_000, 4_000_000_000L, Long.MAX_VALUE};
        Numbers numbers = new Numbers();
        Random random = new Random(2);
        List<Long> all = new ArrayList<>();
        for (long range : ranges) {
            for (int i = 0; i < 1_024; i++) all.add(range == 0 ? -7 : random.nextLong() % range);
        }
        all.forEach(numbers::add);

        for (int i = 0; i < all.size(); i++) assertEquals(all.get(i), numbers.get(i));
        assertEquals(all.size(), numbers.size());
    }

    @Test
    void an_id_keeps_its_number_and_none_is_0() {
        Ids ids = new Ids();
        Random random = new Random(1);
        List<UUID> met = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            UUID id = new UUID(random.nextInt(3), random.nextLong());
            met.add(id);
            assertEquals(i, ids.of(id));
        }
        for (int i = 1; i <= 5_000; i++) {
            assertEquals(i, ids.of(met.get(i - 1)));
            assertEquals(met.get(i - 1), ids.at(i));
        }
        assertEquals(0, ids.of(null));
        assertNull(ids.at(0));
    }
}
