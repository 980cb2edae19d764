package org.passerelle.calendar.feed;

import java.time.ZoneId;
import java.util.Optional;
import org.passerelle.calendar.feed.cache.FeedSource;
import org.passerelle.directory.Room;

/**
 * The subject of a feed as directory and accounts know it now.
 *
 * @param called its id, or an address, as people give it
 * @param name for people
 * @param zone in which the calendar is shown where nothing else says one
 * @param page where people find the same in a browser, from the root of the installation
 * @param room the one room it is about, if it is about one
 */
record FeedTopic(
        FeedSubject subject,
        String called,
        String name,
        ZoneId zone,
        String page,
        FeedSource source,
        Optional<Room> room) {

    /** Under which a reader may keep it. An address holds nothing that a file name must not. */
    String fileName() {
        return (subject.scope() == FeedScope.TASKS ? called + "-tasks" : called) + ".ics";
    }
}
