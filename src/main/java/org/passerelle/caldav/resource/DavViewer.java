package org.passerelle.caldav.resource;

import java.time.ZoneId;
import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.directory.Directory;

/**
 * Whoever asks, and the directory as it is while they are answered.
 *
 * @param language of what is written into their calendars: theirs, whatever program asks
 * @param asked of sentences in answers, which their program chooses
 * @param zone of times that name none, and of whole days
 */
public record DavViewer(Person person, Directory directory, Locale language, Locale asked, ZoneId zone) {

    public DavPath home() {
        return DavPath.home(person.id());
    }

    public DavPath principal() {
        return DavPath.person(person.id());
    }

    public DavPath inHome(String calendar) {
        return DavPath.inHome(person.id(), calendar);
    }
}
