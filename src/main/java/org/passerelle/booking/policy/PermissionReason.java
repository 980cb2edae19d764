package org.passerelle.booking.policy;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.booking.policy.BookingRights.TimeRight;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;
import org.passerelle.directory.permission.PermissionConditions;
import org.passerelle.time.WeeklyHours;

/**
 * Says which condition of a permission keeps somebody from a room, or has them ask for it. Conditions are details of the reason, each a
 * word or a word and a value such as {@code longer=PT4H}, behind a first one that says what they are.
 */
public final class PermissionReason {

    /** Begins the conditions that are what it is about. */
    private static final String CONDITIONS = "conditions";

    /** Begins the conditions, with {@link #OR} between them, of which one would have to be met. */
    private static final String ONLY = "only-conditions";

    private static final String OR = "or";

    private PermissionReason() {}

    /** Why {@code right} keeps the rooms from whoever has {@code rights}. */
    static Reason refusing(Room room, TimeRight right, Proposal.Date date, BookingRights rights) {
        List<PermissionConditions> openings = rights.openings(room);
        if (!hasConditions(right) && !openings.isEmpty()) {
            List<String> details = new ArrayList<>(List.of(ONLY));
            openings.forEach(each -> {
                if (details.size() > 1) {
                    details.add(OR);
                }
                details.addAll(details(each));
            });
            return Reason.of(ReasonCode.NOT_ALLOWED, room.id(), details.toArray(String[]::new))
                    .on(date.recurrenceId());
        }
        return of(ReasonCode.NOT_ALLOWED, room, right, date);
    }

    /** Why a manager has to agree, as {@code right} says. */
    static Reason asking(Room room, TimeRight right, Proposal.Date date) {
        return of(ReasonCode.NEEDS_APPROVAL, room, right, date);
    }

    /** That somebody may not book {@code room}, or has to ask for it, under {@code conditions}. */
    public static Reason of(ReasonCode code, Room room, PermissionConditions conditions) {
        return Reason.of(code, room.id(), told(conditions).toArray(String[]::new));
    }

    /** {@code conditions} as the details of a reason have them; nothing if there are none. */
    public static List<String> told(PermissionConditions conditions) {
        if (conditions.isNone()) {
            return List.of();
        }
        List<String> details = new ArrayList<>(List.of(CONDITIONS));
        details.addAll(details(conditions));
        return details;
    }

    private static boolean hasConditions(TimeRight right) {
        return right.because().filter(line -> !line.conditions().isNone()).isPresent();
    }

    private static Reason of(ReasonCode code, Room room, TimeRight right, Proposal.Date date) {
        if (!hasConditions(right)) {
            return Reason.of(code, room.id());
        }
        PermissionConditions conditions = right.because().orElseThrow().conditions();
        Reason reason = of(code, room, conditions);
        return conditions.during().isPresent() ? reason.on(date.recurrenceId()) : reason;
    }

    private static List<String> details(PermissionConditions conditions) {
        List<String> details = new ArrayList<>();
        conditions.series().ifPresent(series -> details.add(series ? "series" : "single"));
        conditions.longerThan().ifPresent(length -> details.add("longer=" + length));
        conditions.upTo().ifPresent(length -> details.add("within=" + length));
        conditions.during().map(WeeklyHours::toString).ifPresent(hours -> details.add("during=" + hours));
        return details;
    }
}
