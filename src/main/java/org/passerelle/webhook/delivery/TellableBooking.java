package org.passerelle.webhook.delivery;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.booking.changelog.ChangeLog;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.BookingState;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.calendar.write.Disclosure;
import org.passerelle.directory.Directory;
import org.passerelle.webhook.model.BookingEvent;
import org.passerelle.webhook.model.WebhookEvent;

/**
 * A booking as the owner of a webhook may hear of it: never more than they may read now, and no more than they asked for.
 * Whoever may not read it does not even learn that somebody worked on its text.
 */
record TellableBooking(Booking booking, Person owner, FeedDetail detail, Directory directory) {

    /** What everybody sees of a booking. */
    private static final Set<FieldChange.Field> SEEN_BY_ALL =
            EnumSet.of(FieldChange.Field.SCHEDULE, FieldChange.Field.ROOMS, FieldChange.Field.DATES);

    boolean tells(BookingPart part) {
        return switch (part) {
            case OCCUPANCY -> true;
            case COURSE, DECISION ->
                detail != FeedDetail.BUSY && new BookingAccess(owner, booking, directory).mayRead(part);
            case CONTENT -> detail.of(booking, owner, directory) != Disclosure.BUSY;
        };
    }

    /** What a change of it is to the owner; empty if it is nothing to them. */
    Optional<BookingEvent> event(ChangeLog.Entry entry) {
        LoggedChange change = entry.change();
        Optional<WebhookEvent> type = WebhookEvent.of(change.type());
        if (type.isEmpty() || booking.state() == BookingState.HELD) {
            return Optional.empty();
        }
        BookingPart part = part(change);
        if (tells(part)) {
            return Optional.of(event(entry, type.get(), part));
        }
        boolean freesRooms = change.type() == ChangeType.RELEASED || change.type() == ChangeType.ENDED;
        return freesRooms ? Optional.of(event(entry, WebhookEvent.CHANGED, BookingPart.OCCUPANCY)) : Optional.empty();
    }

    private static BookingPart part(LoggedChange change) {
        return switch (change.type()) {
            case CHECKED_IN, RELEASED, ENDED -> BookingPart.COURSE;
            case ASKED_BACK, ANSWERED -> BookingPart.DECISION;
            case CHANGED -> isSeenByAll(change) ? BookingPart.OCCUPANCY : BookingPart.CONTENT;
            default -> BookingPart.OCCUPANCY;
        };
    }

    private static boolean isSeenByAll(LoggedChange change) {
        return !change.dates().isEmpty()
                || change.fields().stream().map(FieldChange::field).anyMatch(SEEN_BY_ALL::contains);
    }

    private static BookingEvent event(ChangeLog.Entry entry, WebhookEvent type, BookingPart part) {
        LoggedChange change = entry.change();
        return new BookingEvent(entry.position(), change.booking(), type, part, change.at(), change.version());
    }
}
