package org.passerelle.calendar;

import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.booking.Booking;
import org.passerelle.directory.Directory;

/**
 * For whom a feed is written, as accounts and directory are now.
 *
 * @param owner who made the feed; it tells no more than they may read
 * @param withOpeningHours whether the reader asked to be told when the room is open
 */
record FeedReader(FeedDocument feed, FeedTopic topic, Person owner, Directory directory, boolean withOpeningHours) {

    Locale locale() {
        return Locale.forLanguageTag(feed.subject().language());
    }

    Disclosure of(Booking booking) {
        Disclosure most = feed.subject().detail().of(booking, owner, directory);
        boolean isOwn =
                topic.source().tellsAnswers() && booking.owner().organiser().equals(owner.id());
        return isOwn && most == Disclosure.CONTENT ? Disclosure.OWN : most;
    }

    /** Whose links to conferences it tells: those of the room or person it is the calendar of. */
    Joining joining() {
        return switch (feed.toSubject().scope()) {
            case ROOM -> topic.room().map(room -> Joining.room(room.id())).orElseGet(Joining::everybody);
            case PERSON -> Joining.person(owner.id());
            case SITE, OPERATOR, ORGANISATION -> Joining.everybody();
        };
    }
}
