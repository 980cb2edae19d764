package org.passerelle.web.book;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.availability.Alternatives;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.i18n.RoomNames;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What somebody could book instead of rooms that are taken, each with one press. */
@Component
class Proposals {

    private final Alternatives alternatives;
    private final AvailabilityTexts texts;
    private final Directories directories;

    Proposals(Alternatives alternatives, AvailabilityTexts texts, Directories directories) {
        this.alternatives = alternatives;
        this.texts = texts;
        this.directories = directories;
    }

    /** @param own the booking that is to become so; empty for a new one */
    List<AlternativeLine> to(
            Person person, BookingOrder order, Optional<OwnBooking> own, List<Conflict> conflicts, Locale locale) {
        return told(alternatives.to(person, order, own, conflicts), order, locale);
    }

    /** Larger rooms, where there are too many people and nothing else is wrong. */
    List<AlternativeLine> toRefused(
            Person person, BookingOrder order, Optional<OwnBooking> own, List<Reason> reasons, Locale locale) {
        return told(alternatives.toRefused(person, order, own, reasons), order, locale);
    }

    private List<AlternativeLine> told(List<NearMiss> found, BookingOrder order, Locale locale) {
        ZoneId zone = order.schedule().zone();
        return found.stream()
                .filter(near -> endsOnItsDay(near, zone))
                .map(near -> proposal(near, order, locale))
                .toList();
    }

    /** The form has no words for an end on another day. */
    private static boolean endsOnItsDay(NearMiss near, ZoneId zone) {
        LocalDate lastDay = near.time().end().minusNanos(1).atZone(zone).toLocalDate();
        return lastDay.equals(near.time().start().atZone(zone).toLocalDate());
    }

    private AlternativeLine proposal(NearMiss near, BookingOrder order, Locale locale) {
        ZoneId zone = order.schedule().zone();
        LocalDate day = near.time().start().atZone(zone).toLocalDate();
        boolean atOneSite = near.rooms().stream().map(Room::site).distinct().count() == 1;
        List<RoomId> named = near.rooms().stream().map(Room::id).toList();
        String rooms = near.rooms().stream()
                .distinct()
                .map(room -> RoomNames.times(
                        Collections.frequency(named, room.id()),
                        atOneSite ? room.name() : RoomNames.withSite(room, directories.current())))
                .collect(Collectors.joining(" + "));
        String dayIfAnother =
                day.equals(order.schedule().start().toLocalDate()) ? "" : PageWords.shortDay(day, locale) + ", ";
        String text = rooms + ", " + dayIfAnother + PageWords.times(near.time(), zone) + " · " + texts.of(near, locale);
        return AlternativeLine.of(
                BookingForm.When.of(near.time(), zone),
                quality(near.change(), order),
                near.rooms().stream().map(room -> room.id().value()).toList(),
                text);
    }

    private static VideoQuality quality(NearMissChange change, BookingOrder order) {
        if (change instanceof NearMissChange.LowerQuality lower) {
            return lower.quality();
        }
        return order.content().conference().map(ConferenceWish::quality).orElse(VideoQuality.HD);
    }
}
