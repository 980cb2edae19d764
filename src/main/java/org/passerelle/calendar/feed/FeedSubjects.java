package org.passerelle.calendar.feed;

import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.calendar.feed.cache.FeedSource;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/** What somebody can ask to be told of: the subjects that feeds have, for feeds and for whatever else follows bookings. */
@Component
public class FeedSubjects {

    private final FeedTopics topics;
    private final Directories directories;

    FeedSubjects(FeedTopics topics, Directories directories) {
        this.topics = topics;
        this.directories = directories;
    }

    /**
     * The subject that people call {@code called}: an organisation by its name, a person by their address.
     *
     * @throws IllegalArgumentException if nothing can be called so
     */
    public FeedSubject subject(FeedScope scope, String called) {
        return topics.subject(scope, called);
    }

    /** The reverse of {@link #subject}; also when it is gone. */
    public String called(FeedSubject subject) {
        return topics.called(subject);
    }

    /** What it is called to people. */
    public String nameOf(FeedSubject subject) {
        return topics.find(subject, directories.current()).map(FeedTopic::name).orElseGet(() -> called(subject));
    }

    /** Whether it is of bookings, and {@code person} may be told of it at all; what of its bookings they may read is another matter. */
    public boolean isOpenTo(Person person, FeedSubject subject) {
        return subject.scope().isOfBookings() && FeedTopics.isOpenTo(person, subject);
    }

    /** Which bookings belong to it now; empty if there is no such thing any more. */
    public Optional<FeedSource> source(FeedSubject subject) {
        return topics.find(subject, directories.current()).map(FeedTopic::source);
    }
}
