package org.passerelle.roomagent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.series.FollowingDates;
import org.passerelle.roomagent.series.InvitedDates;

/**
 * What it takes to move all dates of a series from one on: one step for those of the rule, and one for each date that is held by
 * itself, unless that has been moved by itself.
 */
final class FollowingSteps {

    private final ItipDecision.PlaceStep place;
    private final CalendarEvent event;
    private final RoomInvitation invitation;
    private final BookingChanger keeping;
    private final Instant now;
    private final EventMoment id;
    private final ZoneId zone;
    private final Map<Instant, LocalDateTime> skipped;
    private final Duration shift;

    FollowingSteps(ItipDecision.PlaceStep place, RoomInvitation invitation, BookingChanger keeping, Instant now) {
        this.place = place;
        this.event = place.event();
        this.invitation = invitation;
        this.keeping = keeping;
        this.now = now;
        this.id = event.recurrenceId().orElseThrow();
        Optional<CalendarEvent> series = invitation.acceptedSeries(event.time().zone());
        this.zone = series.map(each -> each.time().zone()).orElse(event.time().zone());
        this.skipped = series.map(each -> InvitedDates.skipped(each, now)).orElse(Map.of());
        this.shift = Duration.between(
                written(id.instant()), FollowingDates.wall(event.time().start(), zone));
    }

    /** So that none of them moves onto one that has yet to move. */
    List<ItipDecision.DecisionStep> inOrder() {
        List<ItipDecision.DecisionStep> steps = new ArrayList<>();
        boolean isAlone = isByItself(id.instant()) || isSkipped(event.time().start());
        invitation
                .dates()
                .filter(date -> date.isAfter(id.instant()))
                .filter(this::isByItself)
                .sorted()
                .forEach(date -> steps.add(place.about(moved(date, false))));
        if (isAlone) {
            steps.add(0, place.about(moved(id.instant(), false)));
        }
        Optional<ItipDecision.PlaceStep> ofTheRule = isAlone ? rest() : Optional.of(place);
        ofTheRule.ifPresent(steps::add);
        if (!shift.isNegative()) {
            Collections.reverse(steps);
        }
        return steps;
    }

    private static boolean isSkipped(EventMoment start) {
        return !start.wholeDay()
                && start.zone().getRules().getValidOffsets(start.local()).isEmpty();
    }

    /** Where the date that is named is held by itself, the dates of the rule after it are named by the first of them. */
    private Optional<ItipDecision.PlaceStep> rest() {
        Optional<Duration> before = invitation.shiftAround(id.instant(), zone);
        Instant named = invitation.movedStart(id.instant(), zone).toInstant();
        return keeping.heldFrom(invitation, id, now)
                .filter(held -> held.date().recurrenceId().isAfter(named))
                .findFirst()
                .map(held -> LocalDateTime.ofInstant(held.date().recurrenceId(), zone))
                .map(start -> before.map(start::minus).orElse(start))
                .map(start -> id.wholeDay() ? start.toLocalDate().atStartOfDay() : start)
                .map(start -> place.about(moved(EventMoment.at(start, zone).instant(), true)));
    }

    /** Whether the date that began at {@code start} is held by itself where its series has it, or could not be had there. */
    private boolean isByItself(Instant start) {
        boolean isMissed = invitation
                .part(start.toString())
                .filter(part -> part.state() == RoomInvitation.State.DECLINED
                        && part.following().isEmpty())
                .isPresent();
        return isMissed || isHeldByItself(start);
    }

    private boolean isHeldByItself(Instant start) {
        Instant due = invitation
                .shiftAround(start, zone)
                .map(by -> EventMoment.at(written(start).plus(by), zone).instant())
                .orElse(start);
        return invitation
                .part(start.toString())
                .filter(part -> part.stands() && part.following().isEmpty())
                .flatMap(InstanceState::booking)
                .flatMap(booking -> keeping.live(Optional.of(booking), now))
                .filter(booking -> booking.occupying()
                        .map(date -> date.time().start())
                        .anyMatch(held -> id.wholeDay()
                                ? held.atZone(zone)
                                        .toLocalDate()
                                        .equals(due.atZone(zone).toLocalDate())
                                : held.equals(due)))
                .isPresent();
    }

    /** What the clock shows there, as the series has it. */
    private LocalDateTime written(Instant start) {
        return skipped.getOrDefault(start, LocalDateTime.ofInstant(start, zone));
    }

    private CalendarEvent moved(Instant start, boolean andFuture) {
        LocalDateTime local = written(start);
        EventMoment original = id.wholeDay()
                ? EventMoment.day(local.toLocalDate().atStartOfDay(), zone)
                : new EventMoment(local, zone, start, false);
        return FollowingDates.date(event, original, andFuture, local.plus(shift), zone);
    }
}
