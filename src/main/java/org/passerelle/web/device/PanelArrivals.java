package org.passerelle.web.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.arrival.CheckInLinks;
import org.passerelle.arrival.CheckInState;
import org.passerelle.arrival.ReleaseTimes;
import org.passerelle.arrival.StayOffers;
import org.passerelle.arrival.WalkUpBooking;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.web.PageWords;
import org.passerelle.web.calendars.QrCode;
import org.springframework.stereotype.Component;

/** What those who stand before the panel of a room can press. */
@Component
class PanelArrivals {

    private final CheckInLinks links;
    private final ReleaseTimes releases;
    private final StayOffers stays;
    private final WalkUpBooking walkUps;
    private final Directories directories;
    private final Clock clock;

    PanelArrivals(
            CheckInLinks links,
            ReleaseTimes releases,
            StayOffers stays,
            WalkUpBooking walkUps,
            Directories directories,
            Clock clock) {
        this.links = links;
        this.releases = releases;
        this.stays = stays;
        this.walkUps = walkUps;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * For one meeting.
     *
     * @param start names it: no other is in the room then
     * @param code of the page to check in, while that can be done
     * @param until when they have to, lest the room be given back
     * @param mayEnd whether they have begun to use the room
     */
    record Arrival(
            String start,
            Optional<QrCode> code,
            Optional<String> until,
            boolean isCheckedIn,
            boolean mayEnd,
            List<Choice> stays) {}

    /** @param value what the button sends */
    record Choice(String value, String words) {}

    Arrival of(Booking booking, Occurrence date, Room room) {
        Instant now = clock.instant();
        ZoneId zone = zone(room);
        CheckInState state = CheckInState.of(booking, date, now);
        boolean isOpen = state == CheckInState.OPEN;
        boolean isUnderWay = date.hasBegun(now) && (isOpen || state == CheckInState.CHECKED_IN);
        return new Arrival(
                date.time().start().toString(),
                isOpen
                        ? Optional.of(QrCode.of(
                                links.of(booking.id(), date.recurrenceId()).toString()))
                        : Optional.empty(),
                releases.of(booking, date).filter(release -> isOpen).map(release -> PageWords.time(release.at(), zone)),
                state == CheckInState.CHECKED_IN,
                isUnderWay,
                isUnderWay
                        ? stays.of(booking, date).stream()
                                .map(end -> new Choice(end.toString(), PageWords.time(end, zone)))
                                .toList()
                        : List.of());
    }

    /** When the room is given back unless somebody checks in. */
    Optional<Instant> release(Booking booking, Occurrence date) {
        return releases.of(booking, date).map(ReleaseTimes.ReleaseTime::at);
    }

    /** For how long the room can be booked now; nothing while people meet there. */
    List<Choice> walkUps(Room room, Locale locale) {
        return walkUps.offers(room).stream()
                .map(length -> new Choice(length.toString(), words(length, locale)))
                .toList();
    }

    private static String words(Duration length, Locale locale) {
        return DurationTexts.of(length, locale);
    }

    private ZoneId zone(Room room) {
        return directories.current().siteOf(room).zone();
    }
}
