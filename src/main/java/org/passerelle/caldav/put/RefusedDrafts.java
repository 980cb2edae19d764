package org.passerelle.caldav.put;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.caldav.home.LaidObject;
import org.passerelle.caldav.home.RoomRefusal;
import org.passerelle.caldav.put.BookingFromObject.Outcome;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/**
 * Tries events once more whose rooms were taken a short while ago, after their owner has changed or given up a booking. Programs
 * that split a series send two objects, the new one first as often as not: its dates are then still those of the old one.
 */
@Component
class RefusedDrafts {

    private static final Duration A_SHORT_WHILE = Duration.ofHours(1);
    private static final int MOST = 10;

    private final LaidObjects laid;
    private final BookingFromObject booking;
    private final Clock clock;

    RefusedDrafts(LaidObjects laid, BookingFromObject booking, Clock clock) {
        this.laid = laid;
        this.booking = booking;
        this.clock = clock;
    }

    void tryAgain(DavViewer viewer) {
        Instant since = clock.instant().minus(A_SHORT_WHILE);
        laid.drafts(viewer).stream()
                .filter(draft -> draft.at().isAfter(since) && wasTaken(draft))
                .limit(MOST)
                .forEach(draft -> laid.text(draft).ifPresent(text -> tryAgain(viewer, draft, text)));
    }

    private static boolean wasTaken(LaidObject draft) {
        return draft.refusals().stream().map(RoomRefusal::code).anyMatch(ReasonCode.ROOM_OCCUPIED.token()::equals);
    }

    private void tryAgain(DavViewer viewer, LaidObject draft, String text) {
        try {
            IncomingObject object = IncomingObject.read(text.getBytes(StandardCharsets.UTF_8), viewer);
            List<RoomId> rooms = WantedRooms.of(object.master(), viewer.directory(), Optional.empty());
            if (!rooms.isEmpty()
                    && booking.book(viewer, draft.name(), object, rooms) instanceof Outcome.Booked made
                    && !laid.booked(viewer, draft, made.booking().id())) {
                booking.cancel(viewer, made.booking().id());
            }
        } catch (DavRefused e) {
            // What was taken then is refused by another rule now; it stays what it is.
        }
    }
}
