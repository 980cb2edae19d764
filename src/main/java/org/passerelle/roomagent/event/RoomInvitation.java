package org.passerelle.roomagent.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.directory.RoomId;

/**
 * What a room knows of one event that it was invited to, the cancelled ones included, which keep older messages that come
 * later from bringing them back.
 *
 * @param parties who may write about it
 * @param invitedAs the room's address as the messages have it
 * @param parts the event itself under {@link #MASTER}, and dates of it under {@link #key}
 * @param last what was answered last
 * @param notices what the organiser hears of changes that others sent, the newest last, at most {@value #MOST_NOTICES}
 */
public record RoomInvitation(
        RoomId room,
        String uid,
        EventParties parties,
        String invitedAs,
        Map<String, InstanceState> parts,
        LastReply last,
        List<OrganiserNotice> notices) {

    static final int MOST_NOTICES = 20;

    /** The part that is the event or series itself. */
    public static final String MASTER = "";

    /** What was answered last. */
    public enum State {
        ACCEPTED,
        TENTATIVE,
        DECLINED,
        CANCELLED
    }

    /**
     * One event, or one date of it.
     *
     * @param sequence and
     * @param stamp which message about it counted last
     * @param times a fingerprint of when it is
     * @param booking what it occupies; a date that is part of the series' booking has none of its own
     * @param written the last answer about it
     * @param following where it also stands for all later dates: when the first of them begins by now
     */
    public record InstanceState(
            int sequence,
            Instant stamp,
            String times,
            State state,
            Optional<BookingId> booking,
            WrittenAnswer written,
            Optional<Instant> following) {

        public InstanceState answered(State answer, WrittenAnswer words) {
            return new InstanceState(sequence, stamp, times, answer, booking, words, following);
        }

        /** Called off, and remembered as such. */
        InstanceState cancelled() {
            return new InstanceState(
                    sequence, stamp, times, State.CANCELLED, Optional.empty(), WrittenAnswer.NONE, following);
        }

        /** Less than zero if {@code event} is older than what is known, zero if it is the same, more if it is newer. */
        public int compare(CalendarEvent event) {
            int bySequence = Integer.compare(event.identity().sequence(), sequence);
            return bySequence != 0 ? bySequence : event.identity().stamp().compareTo(stamp);
        }

        public boolean stands() {
            return state == State.ACCEPTED || state == State.TENTATIVE;
        }
    }

    /**
     * An answer as it was written, so that whoever asks again hears the same.
     *
     * @param calendar empty for none
     * @param declined what the same message was answered about dates of it that could not be had
     */
    public record WrittenAnswer(String calendar, List<String> declined) {

        public static final WrittenAnswer NONE = new WrittenAnswer("", List.of());

        public WrittenAnswer {
            declined = List.copyOf(declined);
        }

        public boolean isNone() {
            return calendar.isEmpty();
        }
    }

    /**
     * The answers to the last message that was answered.
     *
     * @param mail which message that was
     * @param repeats how often they were given again
     * @param calendars each answer as it was written
     */
    public record LastReply(String mail, int repeats, List<String> calendars) {

        public static final LastReply NONE = new LastReply("", 0, List.of());

        public LastReply {
            calendars = List.copyOf(calendars);
        }
    }

    /**
     * What the organiser of an event is told because somebody else changed it, in the words in which it is told. It is kept, so
     * that after an interruption the same mail leads to the same words.
     *
     * @param mail which led to it
     * @param to whom, by address
     */
    public record OrganiserNotice(String mail, String to, String subject, String text) {}

    public RoomInvitation {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        notices = List.copyOf(notices.subList(Math.max(0, notices.size() - MOST_NOTICES), notices.size()));
    }

    public static RoomInvitation with(IncomingMessage message) {
        return new RoomInvitation(
                message.room().id(),
                message.uid(),
                EventParties.of(message),
                message.invitedAs(),
                Map.of(),
                LastReply.NONE,
                List.of());
    }

    /** The part that {@code event} is about. */
    public static String key(CalendarEvent event) {
        return event.recurrenceId()
                .map(EventMoment::instant)
                .map(Instant::toString)
                .orElse(MASTER);
    }

    public Optional<InstanceState> part(String key) {
        return Optional.ofNullable(parts.get(key));
    }

    public Optional<InstanceState> master() {
        return part(MASTER);
    }

    /**
     * The event itself, as it was answered last; without what was added to its rule, which answers do not repeat.
     *
     * @param home the zone of whole days
     */
    public Optional<CalendarEvent> acceptedSeries(ZoneId home) {
        return master().filter(part -> !part.written().isNone())
                .flatMap(part -> SchedulingMessages.read(part.written().calendar(), home).events().stream()
                        .findFirst());
    }

    /** The keys of dates from which on a part stands for all later ones, in order. */
    public NavigableSet<Instant> tails() {
        return parts.entrySet().stream()
                .filter(each -> each.getValue().following().isPresent())
                .map(each -> Instant.parse(each.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is known of the dates among which the one that began at {@code id} is: from one of them on, or all. */
    public Optional<InstanceState> partAround(Instant id) {
        return tailOf(id).flatMap(tail -> part(tail.toString())).or(this::master);
    }

    /** What is known of single dates that began at {@code id} or later, and of those from which on others moved. */
    public List<InstanceState> datesFrom(Instant id) {
        return parts.entrySet().stream()
                .filter(each -> !each.getKey().equals(MASTER)
                        && !Instant.parse(each.getKey()).isBefore(id))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** By what single dates of it are known, and those from which on others moved. */
    public Stream<Instant> dates() {
        return parts.keySet().stream().filter(key -> !key.equals(MASTER)).map(Instant::parse);
    }

    /** Single dates that newer messages than {@code series} are about: these count (RFC 5546 section 2.1.5). */
    public Set<Instant> datesNewerThan(CalendarEvent series) {
        return dates().filter(date -> part(date.toString())
                        .filter(part -> part.compare(series) < 0)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** Whether a newer message than {@code series} is about the date that began then, or about all from an earlier one on. */
    public Predicate<Instant> isNewerThan(CalendarEvent series) {
        Set<Instant> single = datesNewerThan(series);
        Optional<Instant> onwards = tails().stream().filter(single::contains).findFirst();
        return date -> single.contains(date)
                || onwards.filter(from -> !date.isBefore(from)).isPresent();
    }

    /** When the date that began at {@code id} begins by now, where it moved together with all that follow it. */
    public ZonedDateTime movedStart(Instant id, ZoneId zone) {
        LocalDateTime start = LocalDateTime.ofInstant(id, zone);
        return shiftAround(id, zone).map(start::plus).orElse(start).atZone(zone);
    }

    /** How far the dates among which the one that began at {@code id} is have moved together, on the clock of {@code zone}. */
    public Optional<Duration> shiftAround(Instant id, ZoneId zone) {
        return tailOf(id)
                .flatMap(tail -> part(tail.toString())
                        .flatMap(InstanceState::following)
                        .map(to -> Duration.between(
                                LocalDateTime.ofInstant(tail, zone), LocalDateTime.ofInstant(to, zone))));
    }

    /** The last of {@link #tails()} that is not after {@code id}. */
    private Optional<Instant> tailOf(Instant id) {
        return tails().headSet(id, true).stream().reduce((one, later) -> later);
    }

    /** With all single dates from {@code id} on called off. */
    public RoomInvitation calledOffFrom(Instant id) {
        Map<String, InstanceState> changed = new LinkedHashMap<>(parts);
        changed.replaceAll(
                (key, part) -> key.equals(MASTER) || Instant.parse(key).isBefore(id) ? part : part.cancelled());
        return new RoomInvitation(room, uid, parties, invitedAs, changed, last, notices);
    }

    /** Without the parts {@code keys}. */
    public RoomInvitation without(Collection<String> keys) {
        Map<String, InstanceState> kept = new LinkedHashMap<>(parts);
        kept.keySet().removeAll(keys);
        return new RoomInvitation(room, uid, parties, invitedAs, kept, last, notices);
    }

    public RoomInvitation with(String key, InstanceState part) {
        Map<String, InstanceState> changed = new LinkedHashMap<>(parts);
        changed.put(key, part);
        return new RoomInvitation(room, uid, parties, invitedAs, changed, last, notices);
    }

    public RoomInvitation answering(LastReply answers) {
        return new RoomInvitation(room, uid, parties, invitedAs, parts, answers, notices);
    }

    public RoomInvitation heardFrom(IncomingMessage message) {
        EventParties before = stands() ? parties : parties.withoutInviter();
        return new RoomInvitation(room, uid, before.afterHearing(message), message.invitedAs(), parts, last, notices);
    }

    /** Whether the room is booked, or asked for, for any of it. */
    public boolean stands() {
        return parts.values().stream().anyMatch(InstanceState::stands);
    }

    public RoomInvitation telling(List<OrganiserNotice> more) {
        return new RoomInvitation(
                room,
                uid,
                parties,
                invitedAs,
                parts,
                last,
                Stream.concat(notices.stream(), more.stream()).toList());
    }

    /** What was to be told because of the mail {@code id}. */
    public List<OrganiserNotice> noticesOf(String id) {
        return notices.stream().filter(notice -> notice.mail().equals(id)).toList();
    }
}
