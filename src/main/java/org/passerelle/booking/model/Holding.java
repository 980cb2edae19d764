package org.passerelle.booking.model;

import java.util.List;
import java.util.Optional;

/**
 * What one stored document holds of rooms, and of what conferences use up, at one version: a booking together with those
 * that were split off it. What a lapsed hold keeps from others until it is released is held; the quota of an organisation
 * is left out.
 *
 * @param root the id of the document, the same as of its first booking
 * @param version rises with every write; of two holdings of a document the one with the greater version is true
 * @param stretches in no order; empty once nothing is held
 * @param holder whose it is; empty once all its bookings are called off
 */
public record Holding(String root, long version, List<Stretch> stretches, Optional<Holder> holder) {

    public Holding {
        stretches = List.copyOf(stretches);
    }

    /** What nobody is counted for. */
    public Holding(String root, long version, List<Stretch> stretches) {
        this(root, version, stretches, Optional.empty());
    }

    /** Whose caps it counts for, by the names that are stored: the organiser, and the organisation if there is one. */
    public record Holder(String organiser, Optional<String> organisation) {}

    /** A number held in the slots {@code [firstSlot, endSlot)} of {@link org.passerelle.time.Slots}, buffers included. */
    public record Stretch(int number, long firstSlot, long endSlot) {

        /** @throws IllegalArgumentException unless it holds a slot */
        public Stretch {
            if (firstSlot >= endSlot) {
                throw new IllegalArgumentException("A stretch holds at least one slot");
            }
        }

        /** Whether it holds a slot of the same number as {@code other}. */
        boolean meets(Stretch other) {
            return number == other.number && firstSlot < other.endSlot && other.firstSlot < endSlot;
        }
    }
}
