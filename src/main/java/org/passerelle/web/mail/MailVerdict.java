package org.passerelle.web.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.LoggedReason;

/** What a mail came to, in a word; each has one in the bundles. */
enum MailVerdict {
    BOOKED,
    DECLINED,
    FREED,
    REWORDED,
    ANSWERED,
    CAME_BACK,
    HELPED,
    NOT_UNDERSTOOD,
    IN_HAND,
    NOTHING,
    ASKED,
    GIVEN_UP,
    DEFERRED,
    INTERRUPTED,
    DONE;

    /** The reasons that settle a mail; what else is noted leads to them or follows from them. */
    static final Map<String, MailVerdict> SETTLING = Map.ofEntries(
            Map.entry("BOOKED", BOOKED),
            Map.entry("OCCUPIED", DECLINED),
            Map.entry("RULE", DECLINED),
            Map.entry("TOO_MANY_MISSED", DECLINED),
            Map.entry("OUTSIDER_REFUSED", DECLINED),
            Map.entry("FREED", FREED),
            Map.entry("REWORDED", REWORDED),
            Map.entry("ANSWER", ANSWERED),
            Map.entry("CAME_BACK", CAME_BACK),
            Map.entry("UNREADABLE", NOT_UNDERSTOOD),
            Map.entry("TNEF", HELPED),
            Map.entry("HELPED", HELPED));

    /** Of several settling reasons the last counts: a manager may have agreed to what was declined. */
    static MailVerdict of(MailCourse course) {
        return switch (course.state()) {
            case RECEIVED -> IN_HAND;
            case DEFERRED -> DEFERRED;
            case INTERRUPTED -> INTERRUPTED;
            case IGNORED -> NOTHING;
            case KEPT -> ASKED;
            case FAILED -> GIVEN_UP;
            case DONE -> settled(course.reasons()).orElse(DONE);
        };
    }

    private static Optional<MailVerdict> settled(List<LoggedReason> reasons) {
        return reasons.stream()
                .map(reason -> SETTLING.get(reason.code()))
                .flatMap(Stream::ofNullable)
                .reduce((earlier, later) -> later);
    }

    /** Whether somebody did not get what they asked for, so that it must catch the eye. */
    public boolean isBad() {
        return this == DECLINED
                || this == NOT_UNDERSTOOD
                || this == CAME_BACK
                || this == GIVEN_UP
                || this == INTERRUPTED;
    }
}
