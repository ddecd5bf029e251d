package io.regulars.crm.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All that one customer is by merges.
 *
 * @param root who survived
 * @param sides she and everybody who was merged into her and is not restored
 * @param elsewhere customers one of them was one with at some time and is no more: lines of hers may lie under them
 * @param known whether there is such a customer at all
 */
public record Tree(UUID root, List<UUID> sides, List<UUID> elsewhere, boolean known) {

    public Tree {
        sides = List.copyOf(sides);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Under whom facts about her were told. */
    public UUID[] subjects() {
        List<UUID> subjects = new ArrayList<>(sides);
        subjects.addAll(elsewhere);
        return subjects.toArray(UUID[]::new);
    }

    public UUID[] sidesArray() {
        return sides.toArray(UUID[]::new);
    }

    /** The sides, where a look under all subjects would find lines of others too; else null: all of them are hers. */
    public UUID[] onlySides() {
        return elsewhere.isEmpty() ? null : sidesArray();
    }

    public List<UUID> aliases() {
        return sides.stream().filter(side -> !side.equals(root)).toList();
    }
}
