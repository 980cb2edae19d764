package org.passerelle.caldav.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.read.PropertyLine;
import org.passerelle.calendar.write.AttendeeAnswers.AttendeeAnswer;

/** Puts what the invited have answered into the events of whoever invited them (PARTSTAT, RFC 5545 section 3.2.12). */
final class AnsweredBlocks {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final String OPEN = "PARTSTAT=" + PartStat.NEEDS_ACTION.token();

    /** By address: the answer to the whole, and those to single dates. */
    private record Answers(PartStat whole, Map<Instant, PartStat> dates) {}

    private AnsweredBlocks() {}

    /** @param answered for each of the invited, in their order, the answer to the whole and then those to single dates */
    static List<EventBlock> of(List<EventBlock> blocks, Booking booking, List<AttendeeAnswer> answered) {
        if (answered.isEmpty()) {
            return blocks;
        }
        Map<String, Answers> byAddress = byAddress(booking.content().attendees(), answered);
        return blocks.stream()
                .map(block -> {
                    Optional<Instant> date = date(block, booking);
                    return new EventBlock(block.lines().stream()
                            .map(line -> line.startsWith("ATTENDEE") ? told(line, byAddress, date) : line)
                            .toList());
                })
                .toList();
    }

    private static Map<String, Answers> byAddress(List<Attendee> attendees, List<AttendeeAnswer> answered) {
        Map<String, Answers> byAddress = new HashMap<>();
        int next = 0;
        Answers current = new Answers(PartStat.NEEDS_ACTION, Map.of());
        for (AttendeeAnswer answer : answered) {
            if (answer.date().isPresent()) {
                current.dates().put(answer.date().get(), answer.standing());
            } else if (next < attendees.size()) {
                current = new Answers(answer.standing(), new HashMap<>());
                byAddress.put(attendees.get(next).email().value().toLowerCase(Locale.ROOT), current);
                next++;
            }
        }
        return byAddress;
    }

    private static String told(String line, Map<String, Answers> byAddress, Optional<Instant> date) {
        String address = line.substring(line.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byAddress.get(address))
                .map(answers -> date.flatMap(
                                each -> Optional.ofNullable(answers.dates().get(each)))
                        .orElse(answers.whole()))
                .map(answer -> line.replace(OPEN, "PARTSTAT=" + answer.token()))
                .orElse(line);
    }

    private static Optional<Instant> date(EventBlock block, Booking booking) {
        return block.first("RECURRENCE-ID").map(PropertyLine::value).map(value -> {
            boolean isUtc = value.endsWith("Z");
            LocalDateTime local = LocalDateTime.parse(isUtc ? value.substring(0, value.length() - 1) : value, LOCAL);
            return local.atZone(isUtc ? ZoneOffset.UTC : booking.schedule().zone())
                    .toInstant();
        });
    }
}
