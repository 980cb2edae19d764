package org.passerelle.caldav.resource;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.directory.RoomId;

/**
 * What a path under {@code /dav/} names. Whether there is such a thing for whoever asks, {@link DavTree} knows.
 *
 * @param of the account or the room that it belongs to, or an empty text
 * @param calendar the calendar within the home, or an empty text
 * @param object the object within the calendar, or an empty text
 */
public record DavPath(DavKind kind, String of, String calendar, String object) {

    /** What can be there. */
    public enum DavKind {
        ROOT,
        PRINCIPALS,
        PEOPLE,
        ROOMS,
        PERSON,
        ROOM,
        HOMES,
        HOME,
        /** One's own bookings. */
        BOOKINGS,
        /** The bookings of a room, as they may be seen. */
        ROOM_CALENDAR,
        INBOX,
        OUTBOX,
        OBJECT;

        public boolean isCalendar() {
            return this == BOOKINGS || this == ROOM_CALENDAR;
        }

        /** Whether it is where programs lay and find objects. */
        public boolean holdsObjects() {
            return isCalendar() || this == INBOX;
        }

        public boolean isPrincipal() {
            return this == PERSON || this == ROOM;
        }
    }

    public static final String BOOKINGS = "bookings";
    public static final String INBOX = "inbox";
    public static final String OUTBOX = "outbox";

    public static final DavPath ROOT = new DavPath(DavKind.ROOT, "", "", "");
    public static final DavPath PRINCIPALS = new DavPath(DavKind.PRINCIPALS, "", "", "");

    /** Empty for a path that can name nothing. */
    public static Optional<DavPath> parse(String href) {
        return Hrefs.segments(href).flatMap(DavPath::of);
    }

    private static Optional<DavPath> of(List<String> segments) {
        if (segments.isEmpty() || !segments.get(0).equals("dav")) {
            return Optional.empty();
        }
        List<String> rest = segments.subList(1, segments.size());
        if (rest.isEmpty()) {
            return Optional.of(ROOT);
        }
        return switch (rest.get(0)) {
            case "principals" -> principal(rest);
            case "calendars" -> calendar(rest);
            default -> Optional.empty();
        };
    }

    private static Optional<DavPath> principal(List<String> rest) {
        if (rest.size() == 1) {
            return Optional.of(PRINCIPALS);
        }
        boolean isPeople = rest.get(1).equals("people");
        if (rest.size() > 3 || !isPeople && !rest.get(1).equals("rooms")) {
            return Optional.empty();
        }
        if (rest.size() == 2) {
            return Optional.of(new DavPath(isPeople ? DavKind.PEOPLE : DavKind.ROOMS, "", "", ""));
        }
        return Optional.of(new DavPath(isPeople ? DavKind.PERSON : DavKind.ROOM, rest.get(2), "", ""));
    }

    private static Optional<DavPath> calendar(List<String> rest) {
        return switch (rest.size()) {
            case 1 -> Optional.of(new DavPath(DavKind.HOMES, "", "", ""));
            case 2 -> Optional.of(new DavPath(DavKind.HOME, rest.get(1), "", ""));
            case 3 -> Optional.of(new DavPath(kind(rest.get(2)), rest.get(1), rest.get(2), ""));
            case 4 -> Optional.of(new DavPath(DavKind.OBJECT, rest.get(1), rest.get(2), rest.get(3)));
            default -> Optional.empty();
        };
    }

    private static DavKind kind(String calendar) {
        return switch (calendar) {
            case BOOKINGS -> DavKind.BOOKINGS;
            case INBOX -> DavKind.INBOX;
            case OUTBOX -> DavKind.OUTBOX;
            default -> DavKind.ROOM_CALENDAR;
        };
    }

    public static DavPath person(PersonId person) {
        return new DavPath(DavKind.PERSON, person.text(), "", "");
    }

    public static DavPath room(RoomId room) {
        return new DavPath(DavKind.ROOM, room.value(), "", "");
    }

    public static DavPath home(PersonId person) {
        return new DavPath(DavKind.HOME, person.text(), "", "");
    }

    /** A calendar, the inbox or the outbox in the home of {@code person}. */
    public static DavPath inHome(PersonId person, String calendar) {
        return new DavPath(kind(calendar), person.text(), calendar, "");
    }

    public DavPath object(String name) {
        return new DavPath(DavKind.OBJECT, of, calendar, name);
    }

    /** What an object lies in. */
    public DavPath collection() {
        return kind == DavKind.OBJECT ? new DavPath(kind(calendar), of, calendar, "") : this;
    }

    /** As it stands in our answers; of everything but an object with a slash at the end, which some programs insist on. */
    public String href() {
        return switch (kind) {
            case ROOT -> "/dav/";
            case PRINCIPALS -> "/dav/principals/";
            case PEOPLE -> "/dav/principals/people/";
            case ROOMS -> "/dav/principals/rooms/";
            case PERSON -> PEOPLE_PREFIX + Hrefs.encoded(of) + "/";
            case ROOM -> ROOMS_PREFIX + Hrefs.encoded(of) + "/";
            case HOMES -> HOMES_PREFIX;
            case HOME -> HOMES_PREFIX + Hrefs.encoded(of) + "/";
            case BOOKINGS, ROOM_CALENDAR, INBOX, OUTBOX ->
                HOMES_PREFIX + Hrefs.encoded(of) + "/" + Hrefs.encoded(calendar) + "/";
            case OBJECT ->
                HOMES_PREFIX + Hrefs.encoded(of) + "/" + Hrefs.encoded(calendar) + "/" + Hrefs.encoded(object);
        };
    }

    private static final String PEOPLE_PREFIX = "/dav/principals/people/";
    private static final String ROOMS_PREFIX = "/dav/principals/rooms/";
    private static final String HOMES_PREFIX = "/dav/calendars/";
}
