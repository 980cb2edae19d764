package org.passerelle.roomagent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.calendar.write.RoomReply;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.WrittenAnswer;
import org.passerelle.roomagent.series.SeriesInstances;

/** Keeps answers with what they are about, and finds those that belong to a message that comes once more. Pure. */
final class WrittenAnswers {

    private WrittenAnswers() {}

    /** {@code invitation} with the answers to one message. */
    static RoomInvitation noted(RoomInvitation invitation, List<RoomReply> replies) {
        Map<String, String> own = new LinkedHashMap<>();
        List<String> declined = new ArrayList<>();
        for (RoomReply reply : replies) {
            String key = RoomInvitation.key(reply.asked());
            String calendar = new String(reply.toBytes(), StandardCharsets.UTF_8);
            if (invitation.part(key).isPresent() && !own.containsKey(key)) {
                own.put(key, calendar);
            } else {
                declined.add(calendar);
            }
        }
        RoomInvitation noted = invitation;
        for (Map.Entry<String, String> each : own.entrySet()) {
            InstanceState part = invitation.part(each.getKey()).orElseThrow();
            WrittenAnswer answer = new WrittenAnswer(each.getValue(), declined);
            noted = noted.with(each.getKey(), part.answered(part.state(), answer));
            declined = List.of(); // with the first, for it is repeated together with the others of its message
        }
        return noted;
    }

    /**
     * What was answered to that very message about each thing of which nothing newer has been heard since; such an answer bears
     * the SEQUENCE of the message (RFC 5546 section 2.1.4).
     *
     * @param home the zone of whole days
     */
    static List<CalendarEvent> to(IncomingMessage message, RoomInvitation invitation, ZoneId home) {
        Predicate<String> isAbout = about(message);
        return invitation.parts().entrySet().stream()
                .filter(each -> isAbout.test(each.getKey())
                        && message.events().anyMatch(event -> each.getValue().compare(event) == 0))
                .flatMap(each -> answers(each.getKey(), each.getValue(), invitation, home))
                .toList();
    }

    private static Stream<CalendarEvent> answers(
            String key, InstanceState part, RoomInvitation invitation, ZoneId home) {
        Stream<CalendarEvent> own = read(List.of(part.written().calendar()), home).stream();
        Stream<CalendarEvent> declined = read(part.written().declined(), home).stream()
                .filter(date -> RoomInvitation.key(date).equals(key)
                        || invitation.part(RoomInvitation.key(date)).isEmpty());
        return Stream.concat(own, declined).filter(answer -> answer.identity().sequence() == part.sequence());
    }

    /** The keys of parts that {@code message} is about: as that, as a date that it adds, or as one of all from a date on. */
    private static Predicate<String> about(IncomingMessage message) {
        boolean isOfTheWhole =
                message.method() != ItipMethod.ADD && message.master().isPresent();
        if (isOfTheWhole) {
            return key -> true;
        }
        Set<String> named = message.masters().stream()
                .flatMap(event -> SeriesInstances.oneByOne(event, BoundedDates.MOST_DATES).stream())
                .flatMap(List::stream)
                .map(RoomInvitation::key)
                .collect(Collectors.toCollection(HashSet::new));
        message.dates().forEach(date -> named.add(RoomInvitation.key(date)));
        Optional<Instant> onwards = message.dates().stream()
                .filter(date -> date.identity().thisAndFuture())
                .flatMap(date -> date.recurrenceId().stream())
                .map(EventMoment::instant)
                .findFirst();
        return key -> named.contains(key)
                || !key.equals(RoomInvitation.MASTER)
                        && onwards.filter(from -> !Instant.parse(key).isBefore(from))
                                .isPresent();
    }

    /** The events of answers as they were written. */
    static List<CalendarEvent> read(List<String> calendars, ZoneId home) {
        return calendars.stream()
                .flatMap(calendar -> SchedulingMessages.read(calendar, home).events().stream())
                .toList();
    }
}
