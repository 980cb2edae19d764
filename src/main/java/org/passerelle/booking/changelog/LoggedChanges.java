package org.passerelle.booking.changelog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.booking.changelog.DateChange.LoggedDate;
import org.passerelle.booking.changelog.FieldChange.Field;
import org.passerelle.booking.decision.RequestCourse;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.override.RuleOverride;

/** Finds out what a write does to the bookings of a document. */
public final class LoggedChanges {

    private LoggedChanges() {}

    /**
     * What becomes of each booking that a write changes, in the order of their parts. Those that it leaves alone are the same
     * objects before and after.
     *
     * @param version of the document once written
     */
    public static List<LoggedChange> of(
            List<Booking> before, List<Booking> after, long version, Instant at, Actor actor) {
        Map<BookingId, Booking> were = new HashMap<>();
        before.forEach(each -> were.put(each.id(), each));
        List<LoggedChange> changes = new ArrayList<>();
        for (Booking is : after) {
            Booking was = were.get(is.id());
            if (was == null) {
                changes.add(made(is, before, version, at, actor));
            } else if (was != is) {
                changes.add(between(was, is, version, at, actor));
            }
        }
        return changes;
    }

    /**
     * Of a booking that is new everything is in the booking; that rules were set aside for it is worth a note, and of dates that were cut
     * off another booking whose they were, if that changes.
     */
    private static LoggedChange made(Booking booking, List<Booking> before, long version, Instant at, Actor actor) {
        ChangeType type = switch (booking.state()) {
            case HELD -> ChangeType.HELD;
            case REQUESTED -> ChangeType.REQUESTED;
            default -> ChangeType.CREATED;
        };
        List<FieldChange> noted = new ArrayList<>(handedOver(booking, before));
        String overrides = overrides(booking);
        if (!overrides.isEmpty()) {
            noted.add(new FieldChange(Field.OVERRIDES, Optional.empty(), Optional.of(overrides)));
        }
        return new LoggedChange(booking.id(), version, at, actor, type, Optional.empty(), noted, List.of());
    }

    private static List<FieldChange> handedOver(Booking booking, List<Booking> before) {
        String theirs = organiser(booking);
        Set<Instant> dates =
                booking.occurrences().stream().map(Occurrence::recurrenceId).collect(Collectors.toSet());
        return before.stream()
                .filter(other -> other.occurrences().stream()
                        .map(Occurrence::recurrenceId)
                        .anyMatch(dates::contains))
                .map(LoggedChanges::organiser)
                .filter(other -> !other.equals(theirs))
                .limit(1)
                .map(other -> new FieldChange(Field.ORGANISER, Optional.of(other), Optional.of(theirs)))
                .toList();
    }

    private static String organiser(Booking booking) {
        return ActorId.of(booking.owner().organiser()).value();
    }

    private static LoggedChange between(Booking was, Booking is, long version, Instant at, Actor actor) {
        List<DateChange> dates = dates(was, is);
        List<FieldChange> fields = fields(was, is);
        if (dates.size() > LoggedChange.MOST_DATES) {
            int more = dates.size() - LoggedChange.MOST_DATES;
            fields.add(new FieldChange(Field.DATES, Optional.empty(), Optional.of(Integer.toString(more))));
        }
        Optional<Instant> only = dates.size() == 1 && fields.stream().allMatch(each -> each.field() == Field.MESSAGE)
                ? Optional.of(dates.get(0).recurrenceId())
                : Optional.empty();
        return new LoggedChange(
                is.id(),
                version,
                at,
                actor,
                type(was, is, dates),
                only,
                fields,
                dates.subList(0, Math.min(dates.size(), LoggedChange.MOST_DATES)));
    }

    private static ChangeType type(Booking was, Booking is, List<DateChange> dates) {
        if (was.state() != is.state()) {
            return switch (is.state()) {
                case HELD -> ChangeType.HELD;
                case REQUESTED -> ChangeType.REQUESTED;
                case CONFIRMED -> was.state() == BookingState.REQUESTED ? ChangeType.APPROVED : ChangeType.CREATED;
                case CANCELLED ->
                    was.status().hasLapsed(is.status().changed()) ? ChangeType.EXPIRED : ChangeType.CANCELLED;
                case DECLINED -> is.status().request().hasLapsed() ? ChangeType.LAPSED : ChangeType.DECLINED;
            };
        }
        RequestCourse request = is.status().request();
        if (!was.status().request().questions().equals(request.questions())) {
            return request.open().isPresent() ? ChangeType.ASKED_BACK : ChangeType.ANSWERED;
        }
        Optional<ChangeType> ofMoves = MoveChanges.type(was, is);
        if (ofMoves.isPresent()) {
            return ofMoves.get();
        }
        return dates.stream()
                .map(LoggedChanges::ofDate)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(ChangeType.CHANGED);
    }

    /** What a date has come to, if that is what changed. */
    private static Optional<ChangeType> ofDate(DateChange date) {
        Optional<OccurrenceState> was = date.before().map(LoggedDate::state);
        OccurrenceState is = date.after().map(LoggedDate::state).orElse(OccurrenceState.CANCELLED);
        if (was.isEmpty() || was.get() == is) {
            return Optional.empty();
        }
        return switch (is) {
            case CHECKED_IN -> Optional.of(ChangeType.CHECKED_IN);
            case RELEASED -> Optional.of(ChangeType.RELEASED);
            case ENDED -> Optional.of(ChangeType.ENDED);
            case PLANNED, CANCELLED -> Optional.empty();
        };
    }

    private static List<DateChange> dates(Booking was, Booking is) {
        if (was.occurrences() == is.occurrences()) {
            return List.of();
        }
        Map<Instant, Occurrence> before = new HashMap<>();
        was.occurrences().forEach(date -> before.put(date.recurrenceId(), date));
        List<DateChange> changes = new ArrayList<>();
        for (Occurrence date : is.occurrences()) {
            Occurrence old = before.remove(date.recurrenceId());
            Optional<LoggedDate> from = Optional.ofNullable(old).map(LoggedDate::of);
            Optional<LoggedDate> to = Optional.of(LoggedDate.of(date));
            if (!from.equals(to)) {
                changes.add(new DateChange(date.recurrenceId(), from, to));
            }
        }
        before.values().stream()
                .sorted(Occurrence.BY_START)
                .map(old -> new DateChange(old.recurrenceId(), Optional.of(LoggedDate.of(old)), Optional.empty()))
                .forEach(changes::add);
        return changes;
    }

    private static List<FieldChange> fields(Booking was, Booking is) {
        Comparison fields = new Comparison(was, is, new ArrayList<>());
        fields.of(Field.TITLE, booking -> booking.content().title());
        fields.of(Field.NOTES, booking -> booking.content().notes());
        fields.of(Field.HEADCOUNT, booking -> number(booking.content().headcount()));
        fields.of(
                Field.ARRANGEMENTS, booking -> booking.content().arrangements().inShort());
        fields.of(Field.VISIBILITY, booking -> booking.content().visibility().name());
        fields.of(Field.ORGANISER, LoggedChanges::organiser);
        fields.of(Field.SCHEDULE, booking -> words(booking.schedule()));
        fields.of(Field.ROOMS, booking -> words(booking.rooms()));
        // Told again where the same rule is set aside anew, perhaps by somebody else.
        if (!was.status().overrides().equals(is.status().overrides())) {
            fields.changes().add(new FieldChange(Field.OVERRIDES, some(overrides(was)), some(overrides(is))));
        }
        fields.of(Field.MESSAGE, booking -> booking.status().request().lastSaid());
        MoveChanges.message(was, is)
                .ifPresent(said ->
                        fields.changes().add(new FieldChange(Field.MESSAGE, Optional.empty(), Optional.of(said))));
        fields.of(
                Field.CONFERENCE,
                booking -> booking.content().conference().map(Object::toString).orElse(""));
        if (!was.content().attendees().equals(is.content().attendees())) {
            fields.changes()
                    .add(new FieldChange(
                            Field.ATTENDEES,
                            Optional.of(number(was.content().attendees().size())),
                            Optional.of(number(is.content().attendees().size()))));
        }
        return fields.changes();
    }

    private static String overrides(Booking booking) {
        return words(
                booking.status().overrides().stream().map(RuleOverride::rule).toList());
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String number(int count) {
        return count == 0 ? "" : Integer.toString(count);
    }

    private static String words(List<?> values) {
        return String.join(" ", values.stream().map(Object::toString).toList());
    }

    private static String words(Schedule schedule) {
        return "%s %s %s%s"
                .formatted(
                        schedule.start(),
                        schedule.zone(),
                        schedule.length(),
                        schedule.recurrence().map(rule -> " " + rule).orElse(""));
    }

    /** Collects what is not as it was. */
    private record Comparison(Booking was, Booking is, List<FieldChange> changes) {

        /** Compares texts; an empty one is nothing. */
        void of(Field field, Function<Booking, String> read) {
            String before = read.apply(was);
            String after = read.apply(is);
            if (!Objects.equals(before, after)) {
                changes.add(new FieldChange(field, some(before), some(after)));
            }
        }
    }
}
