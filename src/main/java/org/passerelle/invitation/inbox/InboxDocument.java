package org.passerelle.invitation.inbox;

import java.time.Instant;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.passerelle.invitation.inbox.InboxMail.Course;
import org.passerelle.invitation.inbox.InboxMail.State;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A mail as stored. @param raw null where it was not asked for */
@Document(InboxDocument.COLLECTION)
record InboxDocument(
        @Id String id,
        Instant received,
        Envelope envelope,
        String state,
        int attempts,
        @Nullable Told told,
        @Nullable Binary raw) {

    static final String COLLECTION = "inbox_mails";

    record Envelope(String returnPath, String recipient, boolean trusted) {}

    record Told(String sender, String subject, List<String> grounds, List<String> answers) {}

    InboxMail toMail() {
        Course course = told == null
                ? new Course(State.valueOf(state), attempts, "", "", List.of(), List.of())
                : new Course(
                        State.valueOf(state), attempts, told.sender(), told.subject(), told.grounds(), told.answers());
        return new InboxMail(id, received, envelope.returnPath(), envelope.recipient(), envelope.trusted(), course);
    }
}
