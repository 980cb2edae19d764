package org.passerelle.booking;

import java.util.Optional;
import java.util.function.Supplier;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingAttemptListener.Act;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.changelog.ActingPerson;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.event.DatesMissed;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.store.Bookings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings an edit to its end: tries again when somebody else was faster and the editor named no version, and tells of it. */
@Component
class EditRetry {

    private static final int MOST_TRIES = 10;

    private final Bookings bookings;
    private final ApplicationEventPublisher events;
    private final BookingAttempts attempts;

    EditRetry(Bookings bookings, ApplicationEventPublisher events, BookingAttempts attempts) {
        this.bookings = bookings;
        this.events = events;
        this.attempts = attempts;
    }

    /**
     * @param person who edits
     * @param attempt reads the booking, works out the change and writes it; run again when it was overtaken
     * @throws BookingIsStale if it was overtaken and {@code expectedVersion} was given, or over and over again
     */
    BookingResult settle(
            Person person,
            BookingId id,
            Optional<Long> expectedVersion,
            BookingChanged.BookingChange kind,
            Supplier<Placement> attempt) {
        Act act = kind == BookingChanged.BookingChange.CANCELLED ? Act.CANCEL : Act.CHANGE;
        return attempts.ended(act, ActingPerson.as(person, () -> settled(id, expectedVersion, kind, attempt)));
    }

    /** As {@link #settle}, for a decision on a request as it stands now. */
    BookingResult settle(Person person, BookingId id, Act act, Supplier<Placement> attempt) {
        return attempts.ended(act, ActingPerson.as(person, () -> settled(id, Optional.empty(), kind(act), attempt)));
    }

    /** As {@link #settle}, for what nobody asked for. */
    BookingResult settleByItself(BookingId id, Act act, Supplier<Placement> attempt) {
        return attempts.ended(act, settled(id, Optional.empty(), kind(act), attempt));
    }

    private static BookingChanged.BookingChange kind(Act act) {
        return act.frees() ? BookingChanged.BookingChange.CANCELLED : BookingChanged.BookingChange.CHANGED;
    }

    private BookingResult settled(
            BookingId id,
            Optional<Long> expectedVersion,
            BookingChanged.BookingChange kind,
            Supplier<Placement> attempt) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Placement placement = attempt.get();
            if (placement instanceof Placement.Placed placed) {
                Booking written = placed.booking();
                events.publishEvent(new BookingChanged(id, kind));
                if (written.missesRooms()) {
                    events.publishEvent(new DatesMissed(written.id()));
                }
                return new BookingResult.Done(
                        written.withStatus(written.status().atVersion(written.version() + 1)));
            }
            if (placement instanceof Placement.Unchanged unchanged) {
                return new BookingResult.Done(unchanged.booking());
            }
            if (placement instanceof Placement.Blocked blocked) {
                return new BookingResult.Occupied(blocked.conflicts());
            }
            if (placement instanceof Placement.Refused refused) {
                return new BookingResult.Refused(refused.reasons());
            }
            expectedVersion.ifPresent(version -> {
                throw new BookingIsStale(id, version);
            });
        }
        throw new BookingIsStale(id, -1);
    }

    /** Writes a change that claims nothing new. */
    Placement replace(Booking changed) {
        return Placement.after(bookings.replace(changed), changed);
    }
}
