package org.passerelle.booking;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Schedule;
import org.passerelle.platform.digest.Digests;

/**
 * The state of a booking as somebody sees it, in a short text: what an edit names to say which state it was made of (HTTP
 * {@code ETag} and {@code If-Match}, RFC 9110 section 8.8.3). For whoever may read the booking it is the version. Whoever
 * runs it without reading it gets a digest of what they see, so that it tells of nothing else; everybody else gets none.
 */
public final class SeenState {

    private static final int DIGEST_LENGTH = 22;

    private SeenState() {}

    public static Optional<String> of(BookingAccess access) {
        if (!access.isMasked()) {
            return Optional.of(Long.toString(access.booking().version()));
        }
        return access.mayRun() ? Optional.of(digest(access.booking())) : Optional.empty();
    }

    /** Of {@link BookingPart#OCCUPANCY} and {@link BookingPart#COURSE}; 132 bits of SHA-256. */
    private static String digest(Booking booking) {
        Schedule schedule = booking.schedule();
        List<Object> seen = List.of(
                booking.id(),
                schedule.start(),
                schedule.zone(),
                schedule.length(),
                schedule.recurrence(),
                new TreeSet<>(schedule.exclude()),
                booking.rooms(),
                booking.state(),
                booking.status().heldUntil(),
                booking.status().request(),
                booking.occurrences().stream().map(SeenState::date).toList(),
                booking.skipped(),
                booking.dates().reacquire());
        return Digests.base64Url(seen.toString()).substring(0, DIGEST_LENGTH);
    }

    private static List<Object> date(Occurrence date) {
        return List.of(date.recurrenceId(), date.time(), date.rooms(), date.state(), date.outcome(), date.requested());
    }
}
