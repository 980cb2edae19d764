package org.passerelle.booking.personal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.PlainValues;

/** A stored booking as its people may have it: without what only the program understands, and without other people. */
final class BookingCopy {

    private static final List<String> DATE = List.of("recurrenceId", "start", "end", "state");

    private BookingCopy() {}

    /** For whoever made it: all that they wrote, and whom they invited. */
    static Map<String, Object> whole(Document booking) {
        Map<String, Object> copy = PlainValues.of(
                booking,
                Set.of("digest", "organiser", "occurrences", "skipped", "holdPlaces", "openPlaces", "sequence"));
        copy.put("dates", dates(booking));
        return copy;
    }

    /** For somebody invited: what the invitation told them. */
    static Map<String, Object> asInvited(Document booking) {
        Map<String, Object> copy = new LinkedHashMap<>();
        Map<String, Object> all = PlainValues.of(booking, Set.of());
        List.of("uid", "title", "notes", "state", "start", "zone", "recurrence", "rooms")
                .forEach(name -> {
                    if (all.containsKey(name)) {
                        copy.put(name, all.get(name));
                    }
                });
        copy.put("dates", dates(booking));
        return copy;
    }

    static boolean isInvited(Document booking, DataSubject subject) {
        return booking.getList("attendees", Document.class, List.of()).stream()
                .anyMatch(attendee -> subject.is(attendee.getString("email")));
    }

    private static List<Map<String, Object>> dates(Document booking) {
        return booking.getList("occurrences", Document.class, List.of()).stream()
                .map(BookingCopy::date)
                .toList();
    }

    private static Map<String, Object> date(Document occurrence) {
        Map<String, Object> all = PlainValues.of(occurrence, Set.of());
        Map<String, Object> copy = new LinkedHashMap<>();
        DATE.stream().filter(all::containsKey).forEach(name -> copy.put(name, all.get(name)));
        copy.put(
                "rooms",
                occurrence.getList("places", Document.class, List.of()).stream()
                        .map(place -> place.getString("room"))
                        .toList());
        return copy;
    }

    /** When they did what to which booking, and by which door. */
    static Map<String, Object> change(Document change) {
        Map<String, Object> all = PlainValues.of(change, Set.of());
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("booking", String.valueOf(all.get("b")));
        List.of("at", "door", "type").forEach(name -> copy.put(name, String.valueOf(all.get(name))));
        return copy;
    }
}
