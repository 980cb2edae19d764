package org.passerelle.web.book;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.caps.QuotaGuide.QuotaQuestion;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Reads what there is to know of rooms at some times in order to say whether they can be had. */
@Component
class StandingSource {

    private final ReadingBookings reading;
    private final QuotaGuide quotas;
    private final Directories directories;
    private final Clock clock;

    StandingSource(ReadingBookings reading, QuotaGuide quotas, Directories directories, Clock clock) {
        this.reading = reading;
        this.quotas = quotas;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * @param times sorted, at least one
     * @param recurs whether they are dates of one series
     */
    RoomStandings of(Collection<Room> rooms, List<Interval> times, boolean recurs, RoomChoices.AskedRooms asked) {
        Directory directory = directories.current();
        Interval wide = Interval.of(
                        times.get(0).start(), times.get(times.size() - 1).end())
                .extendedBy(directory.longestBuffer(), directory.longestBuffer());
        List<Booking> bookings = reading.holding(rooms, wide).stream()
                .filter(booking -> asked.own().filter(booking.id()::equals).isEmpty())
                .toList();
        Set<RoomId> usedUp = quotas.usedUp(new QuotaQuestion(
                        asked.person(),
                        directory,
                        rooms,
                        times,
                        asked.own().flatMap(reading::find).map(OwnBooking::whole)))
                .keySet();
        return new RoomStandings(asked, directory, bookings, usedUp, ProposalTerms.recurring(recurs), clock.instant());
    }
}
