package org.passerelle.invitation.offers;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * What the link of an offer opens.
 *
 * @param asked the time that was asked for
 * @param zone in which times are told
 * @param choices what can be had, the most welcome first; empty unless {@link OfferState#OPEN}
 * @param had what they have; empty unless {@link OfferState#BOOKED} or {@link OfferState#WAITING}
 */
public record OpenedOffer(
        OfferState state,
        String title,
        Interval asked,
        ZoneId zone,
        List<OpenedSlot> choices,
        Optional<OpenedSlot> had) {

    /** What can be done with it. */
    public enum OfferState {
        OPEN,
        BOOKED,
        /** A manager has yet to agree. */
        WAITING,
        /** It was booked, and was given up or called off since. */
        ENDED,
        /** Nothing is left of it, or its time has gone by. */
        OVER
    }

    /**
     * One way to have it.
     *
     * @param key names it
     */
    public record OpenedSlot(String key, List<Room> rooms, Interval time) {

        public OpenedSlot {
            rooms = List.copyOf(rooms);
        }
    }

    public OpenedOffer {
        choices = List.copyOf(choices);
    }
}
