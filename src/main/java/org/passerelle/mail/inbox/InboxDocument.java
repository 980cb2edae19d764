package org.passerelle.mail.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is written about a mail, as stored; its bytes are an {@link InboxContent}.
 *
 * @param size of its bytes; absent in those of earlier versions
 */
@Document(InboxDocument.COLLECTION)
record InboxDocument(
        @Id String id,
        Instant received,
        Envelope envelope,
        String state,
        int attempts,
        @Nullable StoredCourse told,
        @Nullable Integer size) {

    static final String COLLECTION = "inbox_mails";

    record Envelope(String returnPath, String recipient, boolean trusted) {}

    /** @param approver null if nobody had to let it pass */
    record StoredCourse(
            String sender,
            String subject,
            List<String> grounds,
            List<String> answers,
            @Nullable String approver) {

        static StoredCourse of(MailCourse course) {
            return new StoredCourse(
                    course.sender(),
                    course.subject(),
                    course.reasons().stream().map(LoggedReason::toString).toList(),
                    course.answers().stream().map(LoggedAnswer::toString).toList(),
                    course.approver());
        }
    }

    InboxMail toMail() {
        StoredCourse known = told == null ? StoredCourse.of(MailCourse.NEW) : told;
        MailCourse course = new MailCourse(
                MailState.valueOf(state),
                attempts,
                Objects.requireNonNullElse(known.approver(), ""),
                known.sender(),
                known.subject(),
                known.grounds().stream().map(LoggedReason::parse).toList(),
                known.answers().stream().map(LoggedAnswer::parse).toList());
        return new InboxMail(id, received, envelope.returnPath(), envelope.recipient(), envelope.trusted(), course);
    }
}
