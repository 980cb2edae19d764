package org.passerelle.outsider;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.RoomId;
import org.passerelle.mail.MailAddress;
import org.passerelle.platform.text.Text;
import org.passerelle.time.EventDuration;

/**
 * What somebody without an account asks for. Until they confirm it by the link in their mail it holds nothing, and only they know
 * of it.
 *
 * @param id that the booking will have
 * @param name as they say it, at most {@value #LONGEST_NAME} characters in one line
 * @param start wall time at the site of the room; {@code end} likewise, later
 * @param about title, notes and people expected; nobody is invited
 * @param asked when
 */
public record OutsiderRequest(
        BookingId id,
        EmailAddress address,
        String name,
        Locale language,
        RoomId room,
        LocalDateTime start,
        LocalDateTime end,
        OutsiderSubject about,
        Instant asked) {

    public static final int LONGEST_NAME = 100;

    /** Of notes, in UTF-16 units: less than those of a booking, for they come from strangers. */
    public static final int LONGEST_NOTES = 2_000;

    /** So long the link in the mail confirms it. */
    public static final Duration CONFIRMED_WITHIN = Duration.ofHours(24);

    /**
     * What it is for.
     *
     * @param headcount people expected, 0 when not said
     */
    public record OutsiderSubject(String title, String notes, int headcount) {

        /** @throws IllegalArgumentException as of {@link Content}, or if the notes are longer than {@link #LONGEST_NOTES} */
        public OutsiderSubject {
            content(title, notes, headcount);
            Text.requireLines("notes", notes, LONGEST_NOTES);
        }
    }

    /** @throws IllegalArgumentException if there is no name, or it does not end after its start */
    public OutsiderRequest {
        Text.requireLine("name", name, LONGEST_NAME);
        if (name.isBlank() || !end.isAfter(start)) {
            throw new IllegalArgumentException("A request has a name, and ends after its start");
        }
    }

    /** The address that somebody typed; empty if it is none that mail can be sent to. */
    public static Optional<EmailAddress> address(String typed) {
        try {
            return MailAddress.plain(typed).map(EmailAddress::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Content content(String title, String notes, int headcount) {
        return new Content(title, notes, Visibility.ORGANISATION, headcount, List.of(), Optional.empty());
    }

    /** Whoever asks: they book only what guests may ask for. */
    Person person() {
        return new Person(new OutsiderId(address), address, name, Role.GUEST, Optional.empty(), Set.of());
    }

    /** @param zone of the site; the name stands before the notes, for a booking knows outsiders by their address alone */
    BookingOrder order(ZoneId zone) {
        String notes = about.notes().isBlank() ? name : name + "\n" + about.notes();
        return new BookingOrder(
                content(about.title(), notes, about.headcount()),
                schedule(zone),
                List.of(room),
                OnConflict.REJECT,
                false);
    }

    Schedule schedule(ZoneId zone) {
        return new Schedule(start, zone, EventDuration.between(start, end), Optional.empty(), Set.of());
    }

    /** Until when it can be confirmed, exclusive. */
    Instant expires() {
        return asked.plus(CONFIRMED_WITHIN);
    }
}
