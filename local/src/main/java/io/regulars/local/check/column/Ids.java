package io.regulars.local.check.column;

import java.util.UUID;

/** Every id that was read, numbered from 1 in the order it was met; 0 stands for none. */
public final class Ids {
    private final Numbers high = new Numbers();
    private final Numbers low = new Numbers();
    private int[] slots = new int[1 << 10];

    public Ids() {
        high.add(0);
        low.add(0);
    }

    /** One more than the highest number. */
    public int size() {
        return high.size();
    }

    public int of(UUID id) {
        if (id == null) return 0;
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits());
        return slots[slot] != 0 ? slots[slot] : add(id, slot);
    }

    public UUID at(int number) {
        return number == 0 ? null : new UUID(high.get(number), low.get(number));
    }

    private int add(UUID id, int slot) {
        int number = high.size();
        high.add(id.getMostSignificantBits());
        low.add(id.getLeastSignificantBits());
        slots[slot] = number;
        if (number > slots.length / 4 * 3) spread();
        return number;
    }

    private void spread() {
        slots = new int[slots.length * 2];
        for (int number = 1; number < high.size(); number++) slots[slot(high.get(number), low.get(number))] = number;
    }

    /** Where an id is, or the free place it would take. */
    private int slot(long mostSignificant, long leastSignificant) {
        long mixed = (mostSignificant ^ Long.rotateLeft(leastSignificant, 31)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] != 0) {
            int number = slots[slot];
            if (high.get(number) == mostSignificant && low.get(number) == leastSignificant) break;
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
