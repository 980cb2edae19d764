package org.passerelle.booking.model;

import java.util.List;
import java.util.Optional;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.platform.text.Text;

/**
 * What a booking is about. How long its rooms are held follows from the layout alone.
 *
 * @param title 1 to 200 characters in one line
 * @param notes at most 8,000 characters, may have several lines
 * @param headcount people expected in the rooms, 0 when not said
 * @param attendees at most 500, one an address
 * @param arrangements how the rooms are to be furnished
 */
public record Content(
        String title,
        String notes,
        Visibility visibility,
        int headcount,
        List<Attendee> attendees,
        Optional<ConferenceWish> conference,
        Arrangements arrangements) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_NOTES = 8_000;
    public static final int MOST_ATTENDEES = 500;
    public static final int MOST_PEOPLE = 100_000;

    /** @throws IllegalArgumentException if a part is out of its bounds */
    public Content {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A booking needs a title");
        }
        Text.requireLine("title", title, LONGEST_TITLE);
        Text.requireLines("notes", notes, LONGEST_NOTES);
        if (headcount < 0 || headcount > MOST_PEOPLE) {
            throw new IllegalArgumentException("The headcount is between 0 and 100,000");
        }
        attendees = List.copyOf(attendees);
        if (attendees.size() > MOST_ATTENDEES) {
            throw new IllegalArgumentException("At most " + MOST_ATTENDEES + " people can be invited");
        }
        if (attendees.stream().map(Attendee::email).distinct().count() < attendees.size()) {
            throw new IllegalArgumentException("Somebody is invited twice");
        }
    }

    /** About the same, with rooms as they are. */
    public Content(
            String title,
            String notes,
            Visibility visibility,
            int headcount,
            List<Attendee> attendees,
            Optional<ConferenceWish> conference) {
        this(title, notes, visibility, headcount, attendees, conference, Arrangements.NONE);
    }

    /** The same in other words. */
    public Content saying(String otherTitle, String otherNotes, int otherHeadcount) {
        return new Content(otherTitle, otherNotes, visibility, otherHeadcount, attendees, conference, arrangements);
    }

    /** The same with others invited. */
    public Content inviting(List<Attendee> others) {
        return new Content(title, notes, visibility, headcount, others, conference, arrangements);
    }

    /** The same with another wish for a conference. */
    public Content linked(Optional<ConferenceWish> wish) {
        return new Content(title, notes, visibility, headcount, attendees, wish, arrangements);
    }

    /** The same in rooms furnished otherwise. */
    public Content arranged(Arrangements changed) {
        return new Content(title, notes, visibility, headcount, attendees, conference, changed);
    }
}
