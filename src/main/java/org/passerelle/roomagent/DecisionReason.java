package org.passerelle.roomagent;

import java.util.Arrays;
import java.util.List;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.mail.inbox.LoggedReason;

/**
 * One step of how a decision came about, for the mail log.
 *
 * @param details what its sentence needs
 */
record DecisionReason(DecisionCode code, List<String> details) {

    /** What was found; each has a sentence in the bundles. */
    enum DecisionCode {
        NO_CALENDAR,
        COPY,
        TOO_MANY_EVENTS,
        EVENT,
        TOLD,
        UNREADABLE,
        NO_ORGANISER,
        METHOD_IGNORED,
        NOT_AUTHENTICATED,
        NOT_FROM_ORGANISER,
        ACTS_FOR,
        OTHER_ORGANISER,
        ROOM_NOT_NAMED,
        ROOM_REMOVED,
        OLDER,
        SAME,
        NEWER,
        FIRST,
        FIRST_OF_ORGANISER,
        SAME_TIMES,
        OTHER_TIMES,
        OVER,
        NOT_FOLLOWED,
        UNKNOWN_SERIES,
        TOO_MANY_ADDED,
        NO_TIME,
        FOREIGN_DATES,
        TOO_MANY_DATES,
        RULE_IN_DATE,
        MODE,
        MEMBER,
        DOMAIN_ADMITTED,
        OUTSIDER_REFUSED,
        MANAGER_DECIDES,
        UNKNOWN_EVENT,
        FREED,
        BOOKED,
        ASKED,
        OCCUPIED,
        RULE,
        MISSED,
        TOO_MANY_MISSED,
        TRUNCATED,
        RELEASED,
        REWORDED,
        REPEATED,
        MANAGER_DECIDED
    }

    DecisionReason {
        details = List.copyOf(details);
    }

    static DecisionReason of(DecisionCode code, Object... details) {
        return new DecisionReason(
                code, Arrays.stream(details).map(String::valueOf).toList());
    }

    /** That a calendar, or a part of it, is not understood. */
    static DecisionReason of(CalendarFault fault) {
        return new DecisionReason(DecisionCode.UNREADABLE, fault.written());
    }

    /** As the mail log keeps it. */
    LoggedReason toReason() {
        return new LoggedReason(code.name(), details);
    }

    /** As it is stored, and as tests show it: the code and its details. */
    @Override
    public String toString() {
        return toReason().toString();
    }
}
