package org.passerelle.calendar.write;

import java.util.LinkedHashSet;
import java.util.Set;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.PartStat;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/** Who organises, who is invited and which rooms take part, as ORGANIZER and ATTENDEE. */
final class EventPeople {

    private final Accounts accounts;
    private final Directory directory;
    private final RoomWords words;

    EventPeople(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
        this.words = new RoomWords(directory);
    }

    void writeOrganiser(IcsWriter out, Booking booking) {
        Contact organiser = accounts.contact(booking.owner().organiser());
        ContentLine line = mailto("ORGANIZER", organiser.email().value());
        out.write(organiser.name().isBlank() ? line : line.with("CN", organiser.name()));
    }

    void writeInvited(IcsWriter out, Booking booking, Iterable<RoomId> rooms, PartStat answerOfRooms) {
        booking.content().attendees().forEach(attendee -> out.write(invited(attendee)));
        Set<RoomId> once = new LinkedHashSet<>();
        rooms.forEach(once::add);
        once.forEach(id -> directory.room(id).ifPresent(room -> out.write(room(room, words.of(id), answerOfRooms))));
    }

    private static ContentLine invited(Attendee attendee) {
        ContentLine line = mailto("ATTENDEE", attendee.email().value());
        ContentLine named = attendee.name().isBlank() ? line : line.with("CN", attendee.name());
        return named.with("CUTYPE", "INDIVIDUAL")
                .with("ROLE", "REQ-PARTICIPANT")
                .with("PARTSTAT", PartStat.NEEDS_ACTION.token());
    }

    static ContentLine room(Room room, String name, PartStat answer) {
        return mailto("ATTENDEE", room.profile().email())
                .with("CN", name)
                .with("CUTYPE", room.isCountable() ? "RESOURCE" : "ROOM")
                .with("ROLE", "NON-PARTICIPANT")
                .with("PARTSTAT", answer.token());
    }

    static ContentLine mailto(String name, String address) {
        return ContentLine.plain(name, "mailto:" + address);
    }
}
