package org.passerelle.calendar.feed;

import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.Preferences;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/** Looks up for whom and about what an address is, at the moment it is asked for. */
@Component
class FeedReaders {

    private final FeedDocuments documents;
    private final FeedTopics topics;
    private final Accounts accounts;
    private final Preferences preferences;
    private final Directories directories;

    FeedReaders(
            FeedDocuments documents,
            FeedTopics topics,
            Accounts accounts,
            Preferences preferences,
            Directories directories) {
        this.documents = documents;
        this.topics = topics;
        this.accounts = accounts;
        this.preferences = preferences;
        this.directories = directories;
    }

    /** Empty if there is no such address, its subject or owner is gone, or it is not the owner's any more. */
    Optional<FeedReader> find(String hash, boolean withOpeningHours) {
        Directory directory = directories.current();
        return documents
                .find(hash)
                .flatMap(feed -> accounts.person(PersonId.read(feed.owner()))
                        .filter(owner -> FeedTopics.isOpenTo(owner, feed.toSubject()))
                        .flatMap(owner -> topics.find(feed.toSubject(), directory)
                                .map(topic -> new FeedReader(
                                        feed, topic, owner, locale(feed, owner), directory, withOpeningHours))));
    }

    private Locale locale(FeedDocument feed, Person owner) {
        return preferences
                .of(owner.id())
                .language()
                .orElseGet(() -> Locale.forLanguageTag(feed.subject().language()));
    }

    /** Whether who {@code reader} is for may still have it, and reads no less and no more than when it was found. */
    boolean isCurrent(FeedReader reader) {
        FeedSubject subject = reader.feed().toSubject();
        return accounts.person(reader.owner().id()).equals(Optional.of(reader.owner()))
                && (subject.scope() != FeedScope.ORGANISATION
                        || topics.find(subject, reader.directory()).equals(Optional.of(reader.topic())));
    }

    /** Of the directory by whose words and rooms feeds are written now. */
    long directoryVersion() {
        return directories.current().version();
    }
}
