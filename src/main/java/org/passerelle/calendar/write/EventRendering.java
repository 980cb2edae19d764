package org.passerelle.calendar.write;

import java.time.ZoneId;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.calendar.write.EventWriter.WrittenDate;
import org.passerelle.directory.Directory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Writes bookings as events by the words of one directory. */
public final class EventRendering {

    private final RoomWords words;
    private final EventPeople people;
    private final JoinLinks links;
    private final boolean confidentialEvents;

    private EventRendering(Directory directory, EventPeople people, JoinLinks links) {
        this.words = new RoomWords(directory);
        this.people = people;
        this.links = links;
        this.confidentialEvents = directory.confidentialEvents();
    }

    /** Makes one for each directory. */
    @Component
    public static class Factory {

        private final Accounts accounts;
        private final JoinLinks links;

        @Autowired
        Factory(Accounts accounts, ObjectProvider<JoinLinks> links) {
            this(accounts, links.getIfAvailable(() -> (booking, who) -> Optional.empty()));
        }

        Factory(Accounts accounts, JoinLinks links) {
            this.accounts = accounts;
            this.links = links;
        }

        public EventRendering by(Directory directory) {
            return new EventRendering(directory, new EventPeople(accounts, directory), links);
        }
    }

    /** What writes events to {@code out}. */
    EventWriter to(IcsWriter out) {
        return new EventWriter(out, words, people, links, confidentialEvents);
    }

    public WrittenBooking of(WrittenDate told) {
        IcsWriter out = new IcsWriter();
        EventDates dates = told.dates();
        ZoneId zone = told.booking().schedule().zone();
        to(out).write(told, dates);
        byte[] bytes = out.toBytes();
        return new WrittenBooking(
                bytes,
                ContentTag.ofComponent(bytes),
                dates.first().start(),
                zone,
                dates.span(),
                dates.rule().isPresent() && ContentLine.isUtc(zone));
    }
}
