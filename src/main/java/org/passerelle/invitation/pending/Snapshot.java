package org.passerelle.invitation.pending;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.calendar.write.Joining;
import org.passerelle.platform.digest.Digests;
import org.passerelle.time.Interval;

/**
 * All that an invitation tells somebody about a booking, who else is invited aside. Two bookings that tell them the same have
 * equal editions, so an edit of what they are not told is not owed to them.
 *
 * @param meeting fingerprint of when people agreed to meet; an answer stands while it stays
 * @param text fingerprint of that, of the title, the notes, the rooms asked for and the wish for a conference, with
 *     the generation of the reader's link
 * @param dates those that hold rooms, in order
 */
public record Snapshot(String meeting, String text, List<OccurrenceSnapshot> dates) {

    public Snapshot {
        dates = List.copyOf(dates);
    }

    /** What somebody is told whose link was never made void alone. */
    public static Snapshot of(Booking booking) {
        return of(
                booking,
                booking.content().conference().map(wish -> wish.links().all()).orElse(0));
    }

    /** The {@code generation} that {@link #of(Booking, int)} is to be given for {@code reader}. */
    static int generation(Booking booking, EmailAddress reader) {
        String holder = Joining.person(reader).key();
        return booking.content()
                .conference()
                .map(wish -> wish.links().of(holder))
                .orElse(0);
    }

    /** @param generation of the reader's link */
    static Snapshot of(Booking booking, int generation) {
        List<OccurrenceSnapshot> dates =
                booking.occupying().map(OccurrenceSnapshot::of).toList();
        String meeting =
                digest(meeting(booking.schedule()) + (booking.schedule().recurs() ? "" : times(dates)));
        Content content = booking.content();
        String text = digest(String.join(
                "\u0000",
                meeting(booking.schedule()),
                content.title(),
                content.notes(),
                booking.rooms().toString(),
                content.conference().map(wish -> told(wish, generation)).toString()));
        return new Snapshot(meeting, text, dates);
    }

    /** In the form in which editions are stored since there were any, lest everybody be told anew what they know. */
    private static String told(ConferenceWish wish, int generation) {
        return "ConferenceWish[provider=" + wish.provider() + ", quality=" + wish.quality() + ", generation="
                + generation + ", external=" + wish.external() + "]";
    }

    /** Names the edition. */
    public String digest() {
        return digest(meeting + text + dates);
    }

    /** As {@link #meeting()}, of one date alone. */
    public static String meeting(OccurrenceSnapshot date) {
        return meeting(date.time());
    }

    /** As {@link #meeting()}, of one date at {@code time}. */
    static String meeting(Interval time) {
        return digest(time.toString());
    }

    public Optional<OccurrenceSnapshot> date(Instant recurrenceId) {
        return dates.stream()
                .filter(date -> date.recurrenceId().equals(recurrenceId))
                .findFirst();
    }

    /** When each of its dates takes place, by recurrence id. */
    public Map<Instant, Interval> times() {
        Map<Instant, Interval> times = new HashMap<>();
        dates.forEach(date -> times.put(date.recurrenceId(), date.time()));
        return times;
    }

    /** The dates that are not over at {@code now}. */
    public List<OccurrenceSnapshot> ahead(Instant now) {
        return dates.stream().filter(date -> date.endsAfter(now)).toList();
    }

    boolean isAhead(Instant now) {
        return dates.stream().anyMatch(date -> date.endsAfter(now));
    }

    private static String meeting(Schedule schedule) {
        return String.join(
                "\u0000",
                schedule.start().toString(),
                schedule.zone().getId(),
                schedule.length().toString(),
                schedule.recurrence().toString(),
                schedule.exclude().stream().sorted().toList().toString());
    }

    private static String times(List<OccurrenceSnapshot> dates) {
        return dates.stream().map(date -> date.time().toString()).collect(Collectors.joining());
    }

    static String digest(String text) {
        return Digests.shortHex(text);
    }
}
