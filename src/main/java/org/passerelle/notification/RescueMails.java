package org.passerelle.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.event.RoomsFailed;
import org.passerelle.booking.event.RoomsFailed.RoomFailure;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.SiteId;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.notification.notice.NoticeRecords;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.owed.OwedNotifications;
import org.passerelle.platform.digest.Digests;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever booked that rooms of theirs cannot be used, and where the meeting could go; of a device also the managers of the site,
 * who may be able to mend it. Whoever shuts rooms knows what that hits. It is owed before whoever tells of it goes on, who is told
 * anew after a crash.
 */
@Component
class RescueMails {

    private static final Duration CLAIM = Duration.ofSeconds(30);

    /** Keeps the names of notifications about two dates of one failure apart. */
    private static final long DATES_APART = 31;

    private final ReadingBookings reading;
    private final AccountRegister register;
    private final Directories directories;
    private final OwedNotifications owed;
    private final NotificationOutbox outbox;
    private final NoticeRecords records;
    private final Clock clock;

    RescueMails(
            ReadingBookings reading,
            AccountRegister register,
            Directories directories,
            OwedNotifications owed,
            NotificationOutbox outbox,
            NoticeRecords records,
            Clock clock) {
        this.reading = reading;
        this.register = register;
        this.directories = directories;
        this.owed = owed;
        this.outbox = outbox;
        this.records = records;
        this.clock = clock;
    }

    @EventListener
    void on(RoomsFailed failed) {
        Optional<Booking> booking = reading.find(failed.booking());
        Optional<Occurrence> date = booking.flatMap(found -> found.occurrence(failed.recurrenceId()));
        if (booking.isPresent() && date.isPresent() && isNew(failed)) {
            List<BookingNotification> notifications = new ArrayList<>();
            for (PersonId person : readers(booking.get(), failed)) {
                notifications.add(notification(failed, date.get(), person));
            }
            owed.add(notifications, clock.instant());
            records.noteTold(key(failed), clock.instant());
            outbox.lookSoon();
        }
    }

    /** The same failure may be found again when it is looked for again. */
    private boolean isNew(RoomsFailed failed) {
        return records.claim(key(failed), clock.instant(), CLAIM) >= 0;
    }

    private static String key(RoomsFailed failed) {
        return Digests.shortHex(String.join(
                "\n",
                "rooms-failed",
                failed.booking().value(),
                failed.recurrenceId().toString(),
                failed.at().toString(),
                failed.cause().name()));
    }

    private Set<PersonId> readers(Booking booking, RoomsFailed failed) {
        Set<PersonId> readers = new LinkedHashSet<>();
        readers.add(booking.owner().organiser());
        if (failed.cause() == RoomFailure.DEVICE) {
            List<SiteId> sites = failed.rooms().stream()
                    .flatMap(id -> directories.current().room(id).stream())
                    .map(Room::site)
                    .toList();
            register.people().stream()
                    .filter(person -> sites.stream().anyMatch(person::manages))
                    .map(Person::id)
                    .forEach(readers::add);
        }
        return readers;
    }

    private static BookingNotification notification(RoomsFailed failed, Occurrence date, PersonId to) {
        Instant at = failed.at();
        return new BookingNotification(
                failed.booking(),
                to,
                failed.cause() == RoomFailure.DEVICE ? NotificationKind.DEVICE_FAILED : NotificationKind.ROOM_FAILED,
                // Several dates of a series may fail at once: each is told of.
                at.getEpochSecond() + DATES_APART * date.recurrenceId().getEpochSecond(),
                at,
                Optional.empty(),
                failed.reason(),
                List.of(new OccurrenceSnapshot(date.recurrenceId(), date.time(), failed.rooms())));
    }
}
