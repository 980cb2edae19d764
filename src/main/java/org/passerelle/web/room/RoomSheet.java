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
        RoomPresence now,
        RoomFacts facts,
        List<NextBookings.NextBooking> next,
        List<OpenRoomDay> days,
        List<String> rules,
        List<String> closedDays,
        SiteWay way,
        QrCode code) {

    /**
     * @param word ends the key of what is said of it
     * @param until in words; empty if that is not known
     */
    record RoomPresence(String word, Optional<String> until, int left) {

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
    record RoomFacts(
            RoomDrawing plan,
            List<String> equipment,
            List<String> joins,
            List<LaidOutRoom> layouts,
            List<Room> parts,
            List<Room> wholes,
            Optional<String> address) {}

    /**
     * A way in which it can be furnished.
     *
     * @param seats 0 where nobody sits
     * @param time that it takes to furnish it; empty if none is kept for that
     */
    record LaidOutRoom(String name, int seats, Optional<String> time, Optional<RoomDrawing> plan) {}

    /** @param hours in words, such as {@code 08:00–20:00}; empty when it is closed */
    record OpenRoomDay(String day, Optional<String> hours) {}

    /**
     * How to get there.
     *
     * @param coordinates as maps take them, such as {@code 48.5274, 2.6551}
     * @param geo the same as a link that a phone opens in its own map (RFC 5870)
     */
    record SiteWay(String coordinates, String geo, NetworkMap map) {}
}
