package org.passerelle.booking.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/**
 * Reads the change log backwards for somebody: the changes of bookings whose course they may know, and of all for the
 * administrator of the network, who is told of texts only that they changed.
 */
@Component
public class AuditTrail {

    /** Looked at for one answer, since few of the changes may be for whoever asks. */
    private static final int MOST_LOOKED_AT = 5_000;

    private static final int AT_ONCE = 500;

    /** Nodes may disagree on the time, so the log is in the order of writing and only about that of time. */
    private static final Duration DISORDER = Duration.ofMinutes(10);

    private final ChangeLog log;
    private final Bookings bookings;
    private final Directories directories;

    AuditTrail(ChangeLog log, Bookings bookings, Directories directories) {
        this.log = log;
        this.bookings = bookings;
        this.directories = directories;
    }

    /**
     * A part of the record, the newest first.
     *
     * @param next the position before which the rest begins; empty at the end. A part may be shorter than asked for, or empty,
     *     and yet have a next
     */
    public record AuditPart(List<AuditEntry> entries, OptionalLong next) {

        public AuditPart {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param before the position before which to begin; {@link Long#MAX_VALUE} for the newest
     * @param most of the part
     */
    public AuditPart read(Person person, AuditFilter filter, long before, int most) {
        Directory directory = directories.current();
        List<AuditEntry> found = new ArrayList<>();
        long position = before;
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += AT_ONCE) {
            List<ChangeLog.Entry> some = some(filter, position);
            Map<BookingId, Booking> read = bookingsOf(some, filter);
            for (ChangeLog.Entry entry : some) {
                position = entry.position();
                Optional.ofNullable(read.get(entry.change().booking()))
                        .filter(booking -> filter.matches(entry.change()))
                        .flatMap(booking -> entry(entry, new BookingAccess(person, booking, directory)))
                        .ifPresent(found::add);
                if (found.size() == most) {
                    return new AuditPart(found, OptionalLong.of(position));
                }
            }
            if (some.size() < AT_ONCE || isBefore(some.get(some.size() - 1).change(), filter)) {
                return new AuditPart(found, OptionalLong.empty());
            }
        }
        return new AuditPart(found, OptionalLong.of(position));
    }

    /** Of one booking alone the log finds them without looking at others. */
    private List<ChangeLog.Entry> some(AuditFilter filter, long position) {
        if (filter.booking().isEmpty()) {
            return log.before(position, AT_ONCE);
        }
        List<ChangeLog.Entry> all = new ArrayList<>(
                bookings.find(filter.booking().get()).map(log::of).orElse(List.of()));
        all.removeIf(entry -> entry.position() >= position);
        all.sort((one, other) -> Long.compare(other.position(), one.position()));
        return all.subList(0, Math.min(all.size(), AT_ONCE));
    }

    private Map<BookingId, Booking> bookingsOf(List<ChangeLog.Entry> entries, AuditFilter filter) {
        Set<String> roots = entries.stream()
                .map(ChangeLog.Entry::change)
                .filter(filter::matches)
                .map(change -> change.booking().root())
                .collect(Collectors.toSet());
        Map<BookingId, Booking> read = new HashMap<>();
        bookings.inDocuments(roots).forEach(booking -> read.put(booking.id(), booking));
        return read;
    }

    private static Optional<AuditEntry> entry(ChangeLog.Entry entry, BookingAccess access) {
        boolean isTold = access.mayRead(BookingPart.COURSE) || access.person().administersTheNetwork();
        return isTold
                ? Optional.of(AuditEntry.of(
                        entry.position(),
                        entry.change(),
                        access.mayRead(BookingPart.CONTENT)
                                ? Optional.of(access.booking().content().title())
                                : Optional.empty()))
                : Optional.empty();
    }

    private static boolean isBefore(LoggedChange change, AuditFilter filter) {
        return filter.from()
                .filter(from -> change.at().isBefore(from.minus(DISORDER)))
                .isPresent();
    }
}
