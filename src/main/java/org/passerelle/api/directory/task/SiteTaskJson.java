package org.passerelle.api.directory.task;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.task.SiteTask;
import org.passerelle.booking.task.SiteTask.TaskKind;

/**
 * One thing that a site has to do for a meeting.
 *
 * @param at when it begins
 * @param what the word of a layout, or the id of a service
 * @param from when people meet
 * @param people expected, or null
 * @param certain false while the booking waits for a decision
 */
@Schema(name = "SiteTask")
record SiteTaskJson(
        Instant at,
        TaskKind kind,
        String room,
        String what,
        int quantity,
        String note,
        Instant from,
        Instant to,
        @Nullable Integer people,
        boolean certain,
        String booking,
        Instant recurrenceId) {

    static SiteTaskJson of(SiteTask task) {
        return new SiteTaskJson(
                task.at(),
                task.kind(),
                task.room().value(),
                task.what(),
                task.quantity(),
                task.note(),
                task.meeting().start(),
                task.meeting().end(),
                task.people().orElse(null),
                task.certain(),
                task.booking().value(),
                task.recurrenceId());
    }
}
