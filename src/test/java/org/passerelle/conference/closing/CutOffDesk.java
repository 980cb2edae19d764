package org.passerelle.conference.closing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.conference.Providers;
import org.passerelle.conference.VideoMeetings;
import org.springframework.data.mongodb.core.MongoOperations;

/** What follows when a conference is cut off, put together by hand; a second one over the same store is the same after a restart. */
public final class CutOffDesk {

    private final List<String> cutOff = new CopyOnWriteArrayList<>();
    private final EndCutOffConferences ending;

    public CutOffDesk(
            VideoMeetings meetings, Providers providers, MongoOperations mongo, Occupancy occupancy, Clock clock) {
        PendingEnds pending = new PendingEnds(mongo);
        this.ending = new EndCutOffConferences(pending, meetings, providers, clock);
        new CutOffFollower(
                meetings,
                providers,
                pending,
                event -> cutOff.add(((ConferenceCutOff) event).conference()),
                occupancy,
                clock);
    }

    /** Names of what was cut off since the last time, in that order. */
    public List<String> heard() {
        List<String> all = List.copyOf(cutOff);
        cutOff.clear();
        return all;
    }

    public List<String> due() {
        return ending.due();
    }

    public Optional<Instant> end(String conference) {
        return ending.end(conference);
    }
}
