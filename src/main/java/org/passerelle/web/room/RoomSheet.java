package org.passerelle.web.room;

import java.util.List;
import java.util.Optional;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.web.calendars.QrCode;

/**
 * What the page of a room says.
 *
 * @param now what goes on in it
 * @param next who has it next
 * @param days when it is open, from today on
 * @param rules of time, in words
 * @param closedDays those to come on which the site is shut, in words
 * @param code of the address of the page, for the camera of a phone
 */
record RoomSheet(
        Room room,
        Site site,
        Present now,
        Facts facts,
        List<NextBookings.NextBooking> next,
        List<OpenDay> days,
        List<String> rules,
        List<String> closedDays,
        Way way,
        QrCode code) {

    /**
     * @param word ends the key of what is said of it
     * @param until in words; empty if that is not known
     */
    record Present(String word, Optional<String> until, int left) {

        public boolean isFree() {
            return word.equals("FREE");
        }
    }

    /**
     * What it has.
     *
     * @param joins the ways into a video conference that its device speaks
     * @param parts the rooms that it is made of
     * @param wholes the rooms that it is a part of
     * @param address to which invitations are mailed; empty where they are all declined
     */
    record Facts(
            RoomPlan plan,
            List<String> equipment,
            List<String> joins,
            List<LaidOut> layouts,
            List<Room> parts,
            List<Room> wholes,
            Optional<String> address) {}

    /**
     * A way in which it can be furnished.
     *
     * @param seats 0 where nobody sits
     * @param time that it takes to furnish it; empty if none is kept for that
     */
    record LaidOut(String name, int seats, Optional<String> time, Optional<RoomPlan> plan) {}

    /** @param hours in words, such as {@code 08:00–20:00}; empty when it is closed */
    record OpenDay(String day, Optional<String> hours) {}

    /**
     * How to get there.
     *
     * @param coordinates as maps take them, such as {@code 48.5274, 2.6551}
     * @param geo the same as a link that a phone opens in its own map (RFC 5870)
     */
    record Way(String coordinates, String geo, NetworkMap map) {}
}
