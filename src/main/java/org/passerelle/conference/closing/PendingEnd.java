package org.passerelle.conference.closing;

import java.time.Instant;
import org.passerelle.conference.VideoMeeting;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That a conference is still to be ended on its server, as it is stored: all that a server needs to be told, for the booking
 * may know nothing of it any more.
 *
 * @param key names the conference and its server, so that what is noted twice is one
 * @param conference its name on the server
 * @param start of the meeting as it was when people were let in
 * @param until after that nobody can be inside, whether the server was reached or not
 */
@Document("pending_ends")
record PendingEnd(
        @Id String key,
        String conference,
        String provider,
        String booking,
        Instant recurrenceId,
        Instant start,
        Instant end,
        Instant until) {

    static PendingEnd of(VideoMeeting meeting) {
        return new PendingEnd(
                meeting.name() + "@" + meeting.provider(),
                meeting.name(),
                meeting.provider(),
                meeting.id().booking().value(),
                meeting.id().recurrenceId(),
                meeting.time().start(),
                meeting.time().end(),
                meeting.latestEnd());
    }
}
