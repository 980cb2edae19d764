package org.passerelle.web.planner;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Slug;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.FormReader;
import org.passerelle.web.book.Linking;
import org.springframework.util.MultiValueMap;

/**
 * One of the times that were shown, as it comes back to be booked.
 *
 * @param start an instant
 * @param rooms ids
 */
record SlotForm(String title, String start, List<String> rooms, SlotLink link, String key) {

    private static final int LONGEST_KEY = 64;

    /** Whether the rooms are to be linked by video, and how fine the pictures are then to be. */
    record SlotLink(boolean wished, String quality) {

        /** As the form stands before anybody has touched it. */
        static final SlotLink USUAL = new SlotLink(true, Linking.USUAL_QUALITY);
    }

    SlotForm {
        rooms = List.copyOf(rooms);
    }

    static SlotForm of(MultiValueMap<String, String> sent) {
        return new SlotForm(
                text(sent, "title"),
                text(sent, "start"),
                Objects.requireNonNullElse(sent.get("room"), List.of()),
                new SlotLink(
                        sent.containsKey("video"),
                        Objects.requireNonNullElse(sent.getFirst("quality"), Linking.USUAL_QUALITY)),
                text(sent, "key"));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    /** One booking of all the rooms, in the time of the first party. Empty when there are complaints. */
    Optional<BookingOrder> order(MeetingTimeQuery query, Directory directory, Complaints complaints) {
        String subject = FormReader.title(title, complaints);
        Optional<Instant> at = start(complaints);
        if (link.wished()) {
            Linking.quality(link.quality(), complaints);
        }
        if (!isWhole(query)) {
            complaints.add("slots", "conference.error.slot");
        }
        if (!complaints.isEmpty()) {
            return Optional.empty();
        }
        int people = query.parties().stream().mapToInt(Party::attendees).sum();
        Content content = new Content(
                subject,
                "",
                Visibility.ORGANISATION,
                Math.min(people, Content.MOST_PEOPLE),
                List.of(),
                Optional.empty());
        ZoneId zone = SlotCards.zone(query, directory);
        return at.map(start -> new BookingOrder(
                content,
                new Schedule(start.atZone(zone).toLocalDateTime(), zone, query.duration(), Optional.empty(), Set.of()),
                rooms.stream().map(RoomId::new).toList(),
                OnConflict.REJECT));
    }

    private Optional<Instant> start(Complaints complaints) {
        try {
            return Optional.of(Instant.parse(start));
        } catch (DateTimeException e) {
            complaints.add("slots", "conference.error.slot");
            return Optional.empty();
        }
    }

    private boolean isWhole(MeetingTimeQuery query) {
        return rooms.size() >= query.parties().size()
                && rooms.size() <= BookingOrder.MOST_ROOMS
                && rooms.stream().allMatch(Slug::isSlug)
                && !key.isBlank()
                && key.length() <= LONGEST_KEY;
    }
}
