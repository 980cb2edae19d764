package org.passerelle.calendar.write;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.PartStat;
import org.passerelle.directory.RoomId;
import org.passerelle.i18n.FeedTexts;

/**
 * Writes a booking as VEVENTs (RFC 5545 section 3.6.1): the master, then the dates that differ from its rule. Nothing in
 * them depends on when they are written, so that unchanged bookings stay unchanged bytes.
 */
public final class EventWriter {

    private static final FeedTexts TEXTS = new FeedTexts();

    private final IcsWriter out;
    private final RoomWords words;
    private final EventPeople people;
    private final JoinLinks links;
    private final boolean confidentialEvents;

    EventWriter(IcsWriter out, RoomWords words, EventPeople people, JoinLinks links, boolean confidentialEvents) {
        this.out = out;
        this.words = words;
        this.people = people;
        this.links = links;
        this.confidentialEvents = confidentialEvents;
    }

    /**
     * What is told of a booking, in which language.
     *
     * @param named the rooms that may be named where {@code disclosure} tells rooms and no title
     * @param who whose link to the conference it tells; empty if none, and then nothing to dial either
     * @param answers of the invited, told in words only to whom {@code disclosure} tells them
     */
    public record WrittenDate(
            Booking booking,
            List<Occurrence> shown,
            Disclosure disclosure,
            Set<RoomId> named,
            Locale locale,
            Optional<Joining> who,
            AnswerLines answers) {

        public WrittenDate {
            shown = List.copyOf(shown);
            named = Set.copyOf(named);
        }

        /** The dates; a date in other rooms is written on its own only where rooms are told. */
        EventDates dates() {
            return EventDates.of(
                    booking,
                    shown,
                    date -> !new HashSet<>(rooms(date.rooms())).equals(new HashSet<>(rooms(booking.rooms()))));
        }

        /** Those of {@code rooms} that are told. */
        List<RoomId> rooms(List<RoomId> rooms) {
            if (!disclosure.tellsRooms()) {
                return List.of();
            }
            return disclosure.tellsTitle()
                    ? rooms
                    : rooms.stream().filter(named::contains).toList();
        }

        /** The notes, and below them who comes. */
        String notes() {
            String who = disclosure.tellsAnswers()
                    ? answers.text(locale, booking.schedule().zone())
                    : "";
            return Stream.of(booking.content().notes(), who)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining("\n\n"));
        }

        /** Its UID; to whom it is only a busy time another, for by that of an event people send and answer mail about it. */
        String uid() {
            if (disclosure.tellsTitle()) {
                return booking.uid().value();
            }
            return "busy-"
                    + (RequestedMoves.isOne(booking)
                            ? booking.uid().value()
                            : booking.id().value());
        }

        /** When what is told changed last. */
        Instant changed() {
            if (!disclosure.tellsTitle()) {
                return booking.status().shifted();
            }
            Instant changed = booking.status().changed();
            return answers.last()
                    .filter(last -> disclosure.tellsAnswers() && last.isAfter(changed))
                    .orElse(changed);
        }

        boolean isCancelled() {
            return booking.isVoid() || shown.stream().noneMatch(Occurrence::occupies);
        }

        boolean isTentative() {
            return booking.state() == BookingState.HELD || booking.state() == BookingState.REQUESTED;
        }
    }

    void write(WrittenDate told, EventDates dates) {
        ZoneId zone = told.booking().schedule().zone();
        out.begin("VEVENT");
        writeIdentity(told, told.uid());
        ContentLine start = dates.rule().isPresent()
                ? ContentLine.local("DTSTART", dates.localStart(), zone)
                : ContentLine.moment("DTSTART", dates.first().start(), zone);
        out.write(start).write(ContentLine.moment("DTEND", dates.first().end(), zone));
        dates.rule().ifPresent(rule -> out.write(ContentLine.plain("RRULE", rule.toString())));
        dates.excluded().forEach(excluded -> out.write(ContentLine.local("EXDATE", excluded, zone)));
        List<RoomId> rooms = dates.rule().isPresent()
                ? told.booking().rooms()
                : told.shown().get(0).rooms();
        writeContent(told, rooms);
        out.end("VEVENT");
        dates.overrides().forEach(each -> writeOverride(told, each.localStart(), each.occurrence()));
        dates.outside().forEach(each -> writeOutside(told, each));
    }

    /** As an event of its own: many programs, Outlook among them, know no RDATE. */
    private void writeOutside(WrittenDate told, Occurrence date) {
        out.begin("VEVENT");
        writeIdentity(told, ContentLine.utc(date.recurrenceId()) + "-" + told.uid());
        writeDate(told, date);
        out.end("VEVENT");
    }

    private void writeOverride(WrittenDate told, LocalDateTime recurrenceId, Occurrence date) {
        out.begin("VEVENT");
        writeIdentity(told, told.uid());
        out.write(ContentLine.local(
                "RECURRENCE-ID", recurrenceId, told.booking().schedule().zone()));
        writeDate(told, date);
        out.end("VEVENT");
    }

    private void writeDate(WrittenDate told, Occurrence date) {
        ZoneId zone = told.booking().schedule().zone();
        out.write(ContentLine.moment("DTSTART", date.time().start(), zone))
                .write(ContentLine.moment("DTEND", date.time().end(), zone));
        writeContent(told, date.rooms());
    }

    private void writeIdentity(WrittenDate told, String uid) {
        var status = told.booking().status();
        out.write(ContentLine.text("UID", uid))
                .write(ContentLine.utc("DTSTAMP", told.changed()))
                .write(ContentLine.plain("SEQUENCE", Integer.toString(status.sequence())))
                .write(ContentLine.utc("CREATED", status.created()))
                .write(ContentLine.utc("LAST-MODIFIED", told.changed()));
    }

    private void writeContent(WrittenDate told, List<RoomId> booked) {
        var content = told.booking().content();
        Disclosure disclosure = told.disclosure();
        List<RoomId> rooms = told.rooms(booked);
        String summary = disclosure.tellsTitle() ? content.title() : TEXTS.busy(words.of(rooms), told.locale());
        out.write(ContentLine.text("SUMMARY", summary));
        if (disclosure.tellsNotes()) {
            writeNotes(told, told.who().flatMap(who -> links.of(told.booking(), who)));
        }
        if (!rooms.isEmpty()) {
            out.write(ContentLine.text("LOCATION", location(told, rooms)));
        }
        if (disclosure.tellsTitle()) {
            out.write(ContentLine.plain("CLASS", classification(content.visibility(), confidentialEvents)));
        }
        writeStatus(told);
        if (disclosure.tellsOrganiser()) {
            people.writeOrganiser(out, told.booking());
        }
        if (disclosure.tellsPeople()) {
            people.writeInvited(
                    out, told.booking(), rooms, told.isTentative() ? PartStat.TENTATIVE : PartStat.ACCEPTED);
        }
    }

    /**
     * The rooms. In the calendar of one room, which its device or a program beside it reads, what to dial comes after them, cut
     * off as Outlook does between places: some such programs look nowhere else, and people still see the room first.
     */
    private String location(WrittenDate told, List<RoomId> rooms) {
        boolean isForARoom =
                told.who().filter(who -> who.kind() == Joining.JoiningKind.ROOM).isPresent();
        Stream<String> dial = isForARoom && told.disclosure().tellsNotes() ? dialLines(told).stream() : Stream.of();
        return Stream.concat(Stream.of(words.of(rooms)), dial).collect(Collectors.joining("; "));
    }

    private List<String> dialLines(WrittenDate told) {
        return told.who().isPresent() ? links.dialLines(told.booking()) : List.of();
    }

    /** The link comes first, where every program makes one of it. */
    private void writeNotes(WrittenDate told, Optional<URI> link) {
        String dial = String.join("\n", dialLines(told));
        String text = Stream.of(link.map(URI::toString).orElse(""), dial, told.notes())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
        if (!text.isEmpty()) {
            out.write(ContentLine.text("DESCRIPTION", text));
        }
        link.ifPresent(uri -> LinkLines.write(out, uri, TEXTS.join(told.locale())));
        if (told.disclosure().tellsNotes()) {
            writeResources(told.booking());
        }
    }

    /** RESOURCES (RFC 5545 section 3.8.1.10): the layout and the services, words that need no quoting. */
    private void writeResources(Booking booking) {
        Arrangements arrangements = booking.content().arrangements();
        if (!arrangements.isEmpty()) {
            String words = Stream.concat(
                            arrangements.layout().stream(),
                            arrangements.services().stream().map(each -> each.service() + " (" + each.quantity() + ")"))
                    .collect(Collectors.joining(","));
            out.write(ContentLine.plain("RESOURCES", words));
        }
    }

    /** The last property is what Outlook shows, by [MS-OXCICAL]. */
    private void writeStatus(WrittenDate told) {
        String status = told.isCancelled() ? "CANCELLED" : told.isTentative() ? "TENTATIVE" : "CONFIRMED";
        String busy = told.isCancelled() ? "FREE" : told.isTentative() ? "TENTATIVE" : "BUSY";
        out.write(ContentLine.plain("STATUS", status))
                .write(ContentLine.plain("TRANSP", told.isCancelled() ? "TRANSPARENT" : "OPAQUE"))
                .write(ContentLine.plain("X-MICROSOFT-CDO-BUSYSTATUS", busy));
    }

    /**
     * CLASS (RFC 5545 section 3.8.1.3). What only an organisation may read here is an ordinary event to the programs of those
     * who may: marked otherwise it would be hidden from their own colleagues, with whom they share the calendar.
     *
     * @param confidentialEvents whether the network wants just that
     */
    static String classification(Visibility visibility, boolean confidentialEvents) {
        return switch (visibility) {
            case PRIVATE -> "PRIVATE";
            case ORGANISATION -> confidentialEvents ? "CONFIDENTIAL" : "PUBLIC";
            case PUBLIC -> "PUBLIC";
        };
    }
}
