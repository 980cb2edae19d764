package org.passerelle.arrival.noshow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.ChangeLog.Entry;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.DateChange;
import org.passerelle.booking.changelog.DateChange.LoggedDate;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Visibility;
import org.passerelle.platform.work.CoalescingQueue;
import org.passerelle.platform.work.SerialWorker;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes who did not come, from the change log: after each release, and at each start what was missed. So each is counted once,
 * whatever crashes when.
 */
@Component
public class CountNoShows {

    /** For so long it is kept. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final int AT_A_TIME = 500;
    private static final String LOG = "log";

    private final ChangeLog log;
    private final ReadingBookings bookings;
    private final NoShowDocuments documents;
    private final Clock clock;
    private final CoalescingQueue<String> queue;

    CountNoShows(
            ChangeLog log, ReadingBookings bookings, NoShowDocuments documents, SerialWorker background, Clock clock) {
        this.log = log;
        this.bookings = bookings;
        this.documents = documents;
        this.clock = clock;
        this.queue = new CoalescingQueue<>(background, any -> readOn());
    }

    /** Reads soon what is new. */
    @EventListener(ApplicationReadyEvent.class)
    public void readSoon() {
        queue.add(Set.of(LOG));
    }

    /** Reads the log from where it was read to. */
    void readOn() {
        boolean isMore = true;
        while (isMore) {
            List<Entry> next = log.after(documents.position(), AT_A_TIME);
            next.stream().flatMap(entry -> noShows(entry.change())).forEach(documents::add);
            isMore = !next.isEmpty();
            if (isMore) {
                documents.readTo(next.get(next.size() - 1).position());
            }
        }
        documents.forgetBefore(clock.instant().minus(KEPT));
    }

    private Stream<NoShow> noShows(LoggedChange change) {
        if (change.type() != ChangeType.RELEASED) {
            return Stream.empty();
        }
        return bookings.find(change.booking()).stream()
                .flatMap(booking -> change.dates().stream()
                        .flatMap(date -> released(date).stream().map(after -> noShow(booking, date, after))));
    }

    private static Optional<LoggedDate> released(DateChange date) {
        return date.after().filter(after -> after.state() == OccurrenceState.RELEASED);
    }

    private static NoShow noShow(Booking booking, DateChange date, LoggedDate after) {
        return new NoShow(
                booking.id(),
                date.recurrenceId(),
                after.time().start(),
                after.rooms(),
                ActorId.of(booking.owner().organiser()),
                booking.owner().organisation(),
                booking.content().visibility() == Visibility.PRIVATE);
    }
}
