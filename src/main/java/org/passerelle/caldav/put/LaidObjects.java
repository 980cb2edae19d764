package org.passerelle.caldav.put;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.BookingId;
import org.passerelle.caldav.home.CalendarHome;
import org.passerelle.caldav.home.CalendarHomes;
import org.passerelle.caldav.home.LaidObject;
import org.passerelle.caldav.home.RoomRefusal;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.XmlName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what programs have laid into somebody's bookings, each name and each UID once. */
@Component
class LaidObjects {

    private static final int MOST_TRIES = 20;

    /** Of bookings that programs have made or changed, the latest. */
    private static final int MOST = 5_000;

    private static final Duration REMEMBERED = Duration.ofDays(400);

    /** Rooms have refused an event that a program laid there. */
    record EventDeclined(PersonId person) {}

    private final CalendarHomes homes;
    private final ReadingBookings bookings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LaidObjects(CalendarHomes homes, ReadingBookings bookings, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.homes = homes;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** What is to be kept. */
    record Laying(String name, IncomingObject object, Optional<BookingId> booking, List<RoomRefusal> refusals) {}

    /**
     * @param before the booking that the object was when its change began
     * @return whether it was kept; not if meanwhile it has become another booking, or another object has its UID
     */
    boolean keep(DavViewer viewer, Laying laying, Optional<BookingId> before) {
        PersonId person = viewer.person().id();
        String text = homes.keepText(person, laying.object().text());
        LaidObject laid = new LaidObject(
                laying.name(), laying.object().uid(), laying.booking(), text, clock.instant(), laying.refusals());
        boolean isKept = false;
        try {
            for (int tries = 0; tries < MOST_TRIES && !isKept; tries++) {
                CalendarHome home = homes.of(person);
                Optional<LaidObject> old = home.object(laying.name());
                boolean isOvertaken = live(old.flatMap(LaidObject::booking))
                        .filter(now -> !before.equals(Optional.of(now))
                                && !laying.booking().equals(Optional.of(now)))
                        .isPresent();
                if (isOvertaken || hasUid(home, laid)) {
                    return false;
                }
                isKept = homes.replace(bounded(home.with(laid), viewer));
                if (isKept) {
                    if (!laid.refusals().isEmpty()) {
                        events.publishEvent(new EventDeclined(person));
                    }
                    old.map(LaidObject::text).ifPresent(homes::forgetText);
                }
            }
            return isKept;
        } finally {
            if (!isKept) {
                homes.forgetText(text);
            }
        }
    }

    /** Whether another object of the home has the same UID. One of a booking that is no more has not. */
    private boolean hasUid(CalendarHome home, LaidObject laid) {
        return home.objects().stream()
                .filter(each -> each.uid().equals(laid.uid()) && !each.name().equals(laid.name()))
                .anyMatch(each -> each.isDraft() || live(each.booking()).isPresent());
    }

    private Optional<BookingId> live(Optional<BookingId> booking) {
        return booking.filter(id ->
                bookings.find(id).filter(each -> each.isLive(clock.instant())).isPresent());
    }

    private CalendarHome bounded(CalendarHome home, DavViewer viewer) {
        if (home.drafts().count() > LaidObject.MOST_DRAFTS) {
            throw full(viewer, LaidObject.MOST_DRAFTS);
        }
        if (home.objects().size() <= MOST) {
            return home;
        }
        Instant since = clock.instant().minus(REMEMBERED);
        CalendarHome left = home;
        for (LaidObject each : home.objects()) {
            if (each.at().isBefore(since)) {
                left = left.withoutObject(each.name());
                homes.forgetText(each.text());
            }
        }
        if (left.objects().size() > MOST) {
            throw full(viewer, MOST);
        }
        return left;
    }

    private static DavRefused full(DavViewer viewer, int most) {
        return DavRefused.because(
                507, XmlName.dav("quota-not-exceeded"), PutTexts.of(viewer, "refused.too-many-drafts", most));
    }

    void remove(DavViewer viewer, String name) {
        PersonId person = viewer.person().id();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            CalendarHome home = homes.of(person);
            Optional<LaidObject> old = home.object(name);
            if (old.isEmpty() || homes.replace(home.withoutObject(name))) {
                old.map(LaidObject::text).ifPresent(homes::forgetText);
                return;
            }
        }
        throw DavRefused.status(503);
    }

    /** Notes that a draft was booked after all; false if it is another by now. */
    boolean booked(DavViewer viewer, LaidObject draft, BookingId made) {
        PersonId person = viewer.person().id();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            CalendarHome home = homes.of(person);
            if (!home.object(draft.name()).equals(Optional.of(draft))) {
                return false;
            }
            if (homes.replace(home.with(draft.booked(made)))) {
                return true;
            }
        }
        return false;
    }

    List<LaidObject> drafts(DavViewer viewer) {
        return homes.of(viewer.person().id()).drafts().toList();
    }

    Optional<String> text(LaidObject object) {
        return homes.text(object.text());
    }
}
