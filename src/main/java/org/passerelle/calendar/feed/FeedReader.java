package org.passerelle.calendar.feed;

import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.calendar.write.Disclosure;
import org.passerelle.calendar.write.Joining;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;

/**
 * For whom a feed is written, as accounts and directory are now.
 *
 * @param owner who made the feed; it tells no more than they may read
 * @param locale of the words that are ours: what its owner reads, or else read when they made it
 * @param withOpeningHours whether the reader asked to be told when the room is open
 */
record FeedReader(
        FeedDocument feed,
        FeedTopic topic,
        Person owner,
        Locale locale,
        Directory directory,
        boolean withOpeningHours) {

    /** A time that is only busy says nothing where it may be that of any room of a site or an operator. */
    Disclosure of(Booking booking) {
        Disclosure most = feed.subject().detail().of(booking, owner, directory);
        if (most == Disclosure.BUSY) {
            return switch (feed.toSubject().scope()) {
                case SITE, OPERATOR, TASKS -> Disclosure.ROOMS;
                case ROOM, ORGANISATION, PERSON -> Disclosure.BUSY;
            };
        }
        boolean isOwn =
                topic.source().tellsAnswers() && booking.owner().organiser().equals(owner.id());
        return isOwn && most == Disclosure.CONTENT ? Disclosure.OWN : most;
    }

    /**
     * Whose link to the conference of {@code booking} it tells: that of the room or person it is the calendar of. None where its
     * owner may neither join nor connect that room.
     */
    Optional<Joining> joining(Booking booking) {
        BookingAccess access = new BookingAccess(owner, booking, directory);
        return switch (feed.toSubject().scope()) {
            case ROOM ->
                topic.room()
                        .map(Room::id)
                        .filter(room -> access.mayConnect(room) || access.mayJoin())
                        .map(Joining::room);
            case PERSON -> Optional.of(Joining.person(owner.email()));
            case TASKS -> Optional.empty();
            case SITE, OPERATOR, ORGANISATION -> access.mayJoin() ? Optional.of(Joining.everybody()) : Optional.empty();
        };
    }
}
