package org.passerelle.mail.inbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mail that came in, as the mail log tells it.
 *
 * @param recipient the address it came to
 * @param trusted whether it came in where only trusted senders can hand mail in
 * @param course how far it has got
 */
public record InboxMail(
        String id, Instant received, String returnPath, String recipient, boolean trusted, MailCourse course) {

    /** How far a mail has got. */
    public enum MailState {
        /** Stored, and not looked at yet or not to the end. */
        RECEIVED,
        /** Waits, for its sender has had more mails acted upon within an hour than one may. */
        DEFERRED,
        /** A look at it failed for a reason that nobody foresaw; it is tried again. */
        INTERRUPTED,
        /** Acted upon. */
        DONE,
        /** Looked at, and of no consequence. */
        IGNORED,
        /** Waits for a manager. */
        KEPT,
        /** Given up after several attempts. */
        FAILED;

        /** Whether it is looked at again by itself. */
        boolean isOpen() {
            return this == RECEIVED || this == DEFERRED || this == INTERRUPTED;
        }
    }

    /**
     * What is known of it.
     *
     * @param attempts how many looks at it did not come to an end
     * @param approver the id of the manager who let it pass; or an empty text
     * @param sender the address of its From header, or an empty text
     * @param subject as far as a manager may read it, or an empty text
     * @param reasons why it was dealt with like that, in order
     * @param answers what was answered, and what became of it
     */
    public record MailCourse(
            MailState state,
            int attempts,
            String approver,
            String sender,
            String subject,
            List<LoggedReason> reasons,
            List<LoggedAnswer> answers) {

        static final MailCourse NEW = new MailCourse(MailState.RECEIVED, 0, "", "", "", List.of(), List.of());

        public MailCourse {
            reasons = List.copyOf(reasons);
            answers = List.copyOf(answers);
        }

        /** One more look at it, in the name of {@code approver}. */
        MailCourse begun(String approver, String sender) {
            return new MailCourse(MailState.RECEIVED, attempts + 1, approver, sender, subject, reasons, answers);
        }

        /** With its subject, which is told to whoever manages the room; or an empty text. */
        MailCourse about(String subject) {
            return new MailCourse(state, attempts, approver, sender, subject, reasons, answers);
        }

        /** The look came to an end, yet nothing could be done now. */
        MailCourse putOff() {
            return new MailCourse(
                    MailState.RECEIVED, Math.max(0, attempts - 1), approver, sender, subject, reasons, answers);
        }

        /** As put off, but for a while, because of its sender's other mails. */
        MailCourse deferred() {
            return putOff().ended(MailState.DEFERRED, reasons);
        }

        MailCourse interrupted() {
            return ended(MailState.INTERRUPTED, reasons);
        }

        /** @param fault what happened, a word */
        MailCourse failed(String fault) {
            return ended(
                    MailState.FAILED,
                    Stream.concat(reasons.stream(), Stream.of(LoggedReason.of("FAULT", fault)))
                            .toList());
        }

        MailCourse ended(MailState state, List<LoggedReason> reasons) {
            return new MailCourse(state, attempts, approver, sender, subject, reasons, answers);
        }

        MailCourse answering(List<LoggedAnswer> answers) {
            return new MailCourse(state, attempts, approver, sender, subject, reasons, answers);
        }

        /** Whether it was answered that a manager decides, and none has. */
        boolean isTentative() {
            return state == MailState.DONE
                    && LoggedReason.isAmong(reasons, LoggedReason.MANAGER_DECIDES)
                    && !LoggedReason.isAmong(reasons, LoggedReason.MANAGER_DECIDED);
        }
    }

    /** Whether a manager may still decide on it: it waits for that, or was answered that it does. */
    public boolean isToBeDecided() {
        return course.state() == MailState.KEPT || course.isTentative();
    }
}
