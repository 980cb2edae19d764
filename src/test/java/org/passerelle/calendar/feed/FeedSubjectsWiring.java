package org.passerelle.calendar.feed;

import org.passerelle.account.Accounts;
import org.passerelle.directory.Directories;

/** What can be followed, for tests without Spring. */
public final class FeedSubjectsWiring {

    private FeedSubjectsWiring() {}

    public static FeedSubjects over(Accounts accounts, Directories directories) {
        return new FeedSubjects(new FeedTopics(accounts), directories);
    }
}
