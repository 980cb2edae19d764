package org.passerelle.web.calendars;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.calendar.feed.Feed;
import org.passerelle.calendar.feed.FeedScope;
import org.passerelle.calendar.feed.Feeds;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.directory.Directories;
import org.passerelle.web.PageWords;
import org.passerelle.web.ReaderZone;
import org.springframework.stereotype.Component;

/** Somebody's calendars in the words of their reader. */
@Component
class FeedLines {

    private final Feeds feeds;
    private final Directories directories;

    FeedLines(Feeds feeds, Directories directories) {
        this.feeds = feeds;
        this.directories = directories;
    }

    /**
     * One calendar.
     *
     * @param lastFetched for instance {@code Wed 25 Mar, 09:00}; empty if never
     */
    record Line(
            String id, String name, FeedScope scope, FeedDetail detail, long fetches, Optional<String> lastFetched) {}

    /** Oldest first. */
    List<Line> of(Person person, Locale locale) {
        ZoneId zone = ReaderZone.of(person, directories.current());
        return feeds.of(person.id()).stream()
                .map(feed -> line(feed, zone, locale))
                .toList();
    }

    private Line line(Feed feed, ZoneId zone, Locale locale) {
        return new Line(
                feed.id(),
                feeds.nameOf(feed),
                feed.scope(),
                feed.detail(),
                feed.fetches(),
                feed.lastFetchedAt().map(last -> words(last, zone, locale)));
    }

    private static String words(Instant moment, ZoneId zone, Locale locale) {
        return PageWords.moment(moment, zone, locale);
    }
}
