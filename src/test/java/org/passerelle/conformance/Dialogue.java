package org.passerelle.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.conformance.DrawnEvent.Added;
import org.passerelle.conformance.DrawnEvent.Busy;
import org.passerelle.conformance.DrawnEvent.Differing;
import org.passerelle.conformance.DrawnMessage.Kind;

/**
 * An invitation of a room and what its organiser makes of it afterwards, drawn by number: messages in the order in which they
 * come, which is not always the one in which they were written.
 *
 * @param taken when the room is somebody else's, from the beginning; some dates cannot be had then
 */
public record Dialogue(long number, List<DrawnMessage> coming, List<Span> taken, Set<String> kinds) {

    /** All dates are within it. */
    public static final Span WINDOW =
            new Span(Instant.parse("2026-03-25T09:00:00Z"), Instant.parse("2028-06-01T00:00:00Z"));

    private static final Set<String> NO_KINDS = Set.of();

    /** @param home the zone of the room's site */
    public static Dialogue of(long number, DrawnZone home, String room) {
        return new Drawing(new Draws(number), home, room).dialogue(number);
    }

    /** The whole dialogue with what is wrong about it. */
    public String told(List<String> faults) {
        return "dialogue %d: %s\n%s\ntaken %s\n%s"
                .formatted(
                        number,
                        faults,
                        kinds,
                        taken,
                        coming.stream().map(DrawnMessage::text).collect(Collectors.joining()));
    }

    /** Draws one message after the other, on what is known after those before. */
    private static final class Drawing {

        private final Draws draws;
        private final DrawnZone home;
        private final String room;
        private final Set<String> kinds = new LinkedHashSet<>();
        private final List<DrawnMessage> sent = new ArrayList<>();
        private final InvitedEvent known = new InvitedEvent();
        private int sequence;
        private int minute = 1;

        Drawing(Draws draws, DrawnZone home, String room) {
            this.draws = draws;
            this.home = home;
            this.room = room;
        }

        Dialogue dialogue(long number) {
            sequence = draws.between(0, 1);
            SeriesDrawing drawing = new SeriesDrawing(draws, home, kinds);
            send(message(Kind.INVITE, drawing.event("invited@example.org"), Optional.empty(), Optional.empty()));
            for (int more = draws.between(0, 5); more > 0 && known.standing().isPresent(); more--) {
                sequence++;
                minute += draws.between(1, 9);
                next(known.standing().orElseThrow(), drawing).ifPresent(this::send);
            }
            return new Dialogue(number, disordered(), taken(), kinds);
        }

        private void send(DrawnMessage message) {
            kinds.add(message.kind().name());
            if (!message.text().contains("DTSTART")) {
                kinds.add("CANCEL without DTSTART");
            }
            sent.add(message);
            known.hear(message);
        }

        private DrawnMessage message(Kind kind, DrawnEvent event, Optional<Differing> date, Optional<Added> more) {
            return DrawnMessage.of(draws, kind, sequence, minute, event, date, more, room);
        }

        private Optional<DrawnMessage> next(DrawnEvent event, SeriesDrawing drawing) {
            List<Instant> starts = ExpectedDates.starts(event, WINDOW.end());
            boolean recurs = !event.rules().isEmpty() || !event.added().isEmpty();
            return switch (draws.between(0, 11)) {
                case 0 -> Optional.of(message(Kind.CANCEL, event, Optional.empty(), Optional.empty()));
                case 1, 2 ->
                    Optional.of(message(Kind.UPDATE, drawing.event(event.uid()), Optional.empty(), Optional.empty()));
                case 3 -> recurs ? added(event, drawing) : Optional.empty();
                case 4, 5 -> recurs ? date(event, drawing, starts, true) : Optional.empty();
                case 6 -> recurs ? onwards(event, drawing, starts) : Optional.empty();
                default -> recurs ? date(event, drawing, starts, false) : Optional.empty();
            };
        }

        /** Not after a RANGE: the standard does not say whether a date that is added later moves along with it. */
        private Optional<DrawnMessage> added(DrawnEvent event, SeriesDrawing drawing) {
            Added more = drawing.more(event);
            DrawnEvent after = with(event, more);
            boolean isFree = SeriesDrawing.isDisjoint(after);
            boolean ranges = event.differing().stream().anyMatch(Differing::onwards);
            return isFree && !ranges
                    ? Optional.of(message(Kind.ADD, event, Optional.empty(), Optional.of(more)))
                    : Optional.empty();
        }

        private static DrawnEvent with(DrawnEvent event, Added more) {
            List<Added> added = new ArrayList<>(event.added());
            added.add(more);
            return new DrawnEvent(
                    event.uid(),
                    event.start(),
                    event.length(),
                    event.rules(),
                    added,
                    event.excluded(),
                    event.differing(),
                    true,
                    NO_KINDS);
        }

        private static DrawnEvent with(DrawnEvent event, Differing date) {
            List<Differing> differing = new ArrayList<>(event.differing());
            differing.removeIf(each -> each.original().equals(date.original()));
            differing.add(date);
            return new DrawnEvent(
                    event.uid(),
                    event.start(),
                    event.length(),
                    event.rules(),
                    event.added(),
                    event.excluded(),
                    differing,
                    true,
                    NO_KINDS);
        }

        private Optional<DrawnMessage> date(
                DrawnEvent event, SeriesDrawing drawing, List<Instant> starts, boolean calledOff) {
            Instant original = draws.oneOf(starts);
            boolean isOnwards = event.differing().stream()
                    .anyMatch(each -> each.onwards() && each.original().equals(original));
            Differing date = drawing.differing(event, original, calledOff ? Busy.CANCELLED : Busy.TAKEN, false);
            if (isOnwards || !SeriesDrawing.isDisjoint(with(event, date))) {
                return Optional.empty();
            }
            return Optional.of(
                    message(calledOff ? Kind.CANCEL_DATE : Kind.MOVE_DATE, event, Optional.of(date), Optional.empty()));
        }

        /** Not where later dates have been dealt with by themselves: the standard does not say which of them counts. */
        private Optional<DrawnMessage> onwards(DrawnEvent event, SeriesDrawing drawing, List<Instant> starts) {
            Instant original = draws.oneOf(starts);
            boolean later =
                    event.differing().stream().anyMatch(each -> !each.original().isBefore(original));
            boolean plain = event.added().isEmpty() && event.start().local().getHour() > 5
                    || event.start().isDay();
            boolean calledOff = draws.chance(30);
            Differing date = drawing.differing(event, original, calledOff ? Busy.CANCELLED : Busy.TAKEN, true);
            if (later || !plain || !SeriesDrawing.isDisjoint(with(event, date))) {
                return Optional.empty();
            }
            return Optional.of(message(
                    calledOff ? Kind.CANCEL_ONWARDS : Kind.MOVE_ONWARDS, event, Optional.of(date), Optional.empty()));
        }

        /**
         * Not what makes a date nameable for the message after it, nor RANGE, of which the standard does not say what it does
         * to dates that were dealt with before.
         */
        private boolean canBeLate(int late) {
            DrawnMessage message = sent.get(late);
            DrawnMessage next = sent.get(late + 1);
            boolean ranges = Stream.of(message, next)
                    .anyMatch(each -> each.date().filter(Differing::onwards).isPresent());
            return !ranges
                    && (next.kind().isOfTheWhole()
                            || message.kind() != Kind.INVITE
                                    && message.kind() != Kind.CANCEL
                                    && fitsBefore(late, next));
        }

        /** Whether what {@code next} says can be said, and had, of the event as it was before the message {@code late}. */
        private boolean fitsBefore(int late, DrawnMessage next) {
            InvitedEvent before = new InvitedEvent();
            sent.subList(0, late).forEach(before::hear);
            return before.standing()
                    .filter(event -> next.date()
                            .map(date -> isNamed(event, date) && SeriesDrawing.isDisjoint(with(event, date)))
                            .orElseGet(() -> SeriesDrawing.isDisjoint(
                                    with(event, next.more().orElseThrow()))))
                    .isPresent();
        }

        private static boolean isNamed(DrawnEvent event, Differing date) {
            return ExpectedDates.starts(event, WINDOW.end()).contains(date.original())
                    && date.id().isDay() == event.start().isDay();
        }

        /** Over dates of the event as one message or another has it, so that each still has a date that can be had. */
        private List<Span> taken() {
            List<Span> taken = new ArrayList<>();
            if (!draws.chance(30)) {
                return taken;
            }
            InvitedEvent heard = new InvitedEvent();
            List<List<Span>> states = new ArrayList<>();
            for (DrawnMessage message : sent) {
                heard.hear(message);
                heard.standing().ifPresent(event -> states.add(ExpectedDates.busy(event, WINDOW)));
            }
            for (int more = draws.between(1, 3); more > 0; more--) {
                List<Span> dates = draws.oneOf(states);
                if (dates.size() > 1) {
                    Span over = over(draws.oneOf(dates));
                    boolean isFree = taken.stream().noneMatch(over::overlaps);
                    taken.add(over);
                    boolean isLeft = states.stream()
                            .allMatch(state -> state.stream()
                                    .anyMatch(date -> taken.stream().noneMatch(date::overlaps)));
                    if (!isFree || !isLeft) {
                        taken.remove(over);
                    }
                }
            }
            if (!taken.isEmpty()) {
                kinds.add("somebody else has the room");
            }
            return taken;
        }

        private Span over(Span date) {
            Duration half = Duration.ofMinutes(15);
            return switch (draws.between(0, 2)) {
                case 0 -> date;
                case 1 -> new Span(date.start().minus(half), date.start().plus(half));
                default -> new Span(date.end().minus(half), date.end().plus(half));
            };
        }

        /** Some come late, and some twice. */
        private List<DrawnMessage> disordered() {
            List<DrawnMessage> coming = new ArrayList<>(sent);
            if (coming.size() > 1 && draws.chance(30)) {
                int late = draws.between(0, coming.size() - 2);
                DrawnMessage message = coming.get(late);
                DrawnMessage next = coming.get(late + 1);
                if (canBeLate(late)) {
                    coming.set(late, next);
                    coming.set(late + 1, message);
                    kinds.add("late " + message.kind() + " after " + next.kind());
                }
            }
            if (draws.chance(15)) {
                int again = draws.between(0, coming.size() - 1);
                coming.add(coming.get(again));
                kinds.add("again " + coming.get(again).kind());
            }
            return coming;
        }
    }
}
