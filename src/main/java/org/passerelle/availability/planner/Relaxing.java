package org.passerelle.availability.planner;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.availability.query.MeetingTimeQuery.Order;
import org.passerelle.availability.query.MeetingTimeQuery.TimeTaste;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.availability.query.MeetingTimes.NoCommonSlot;
import org.passerelle.availability.query.MeetingTimes.Relaxation;
import org.passerelle.directory.RoomKind;
import org.passerelle.time.Slots;

/** Says why a question has no answer, and what would have to give way. For one use. */
final class Relaxing {

    private static final int SHORTER_TRIES = 6;

    /** Slots that are looked at for one at which the rooms of the others are of one kind. */
    private static final int MOST_TRIED = 50;

    private final PlanningQuestion question;
    private final PlanningRound asked;
    private final List<Integer> positions;

    /** @param asked found nothing */
    Relaxing(PlanningQuestion question, PlanningRound asked) {
        this.question = question;
        this.asked = asked;
        this.positions = asked.parties().stream().map(PartyRooms::position).toList();
    }

    NoCommonSlot answer() {
        List<Integer> roomless = asked.parties().stream()
                .filter(party -> party.options().isEmpty())
                .map(PartyRooms::position)
                .toList();
        Map<Integer, CommonSlot> withoutOne = withoutOne(roomless);
        List<Integer> alone = List.copyOf(withoutOne.keySet());
        List<Integer> binding = !roomless.isEmpty() ? roomless : alone.isEmpty() ? positions : alone;
        return new NoCommonSlot(binding, roomless, relaxation(withoutOne));
    }

    /** The first slot for all others, by the position of the party that is left out; only where there is one. */
    private Map<Integer, CommonSlot> withoutOne(List<Integer> roomless) {
        Map<Integer, CommonSlot> slots = new TreeMap<>();
        if (positions.size() > 1 && roomless.size() <= 1) {
            List<Integer> worthTrying = roomless.isEmpty() ? positions : roomless;
            worthTrying.forEach(position -> asked.without(position).ifPresent(slot -> slots.put(position, slot)));
        }
        return slots;
    }

    /** The mildest change first, the rooms before the hours; a party is left out only if nothing else helps. */
    private Optional<Relaxation> relaxation(Map<Integer, CommonSlot> withoutOne) {
        Stream<Supplier<Optional<Relaxation>>> inTurn = Stream.of(
                () -> otherRooms(withoutOne),
                this::anyHour,
                this::shorter,
                () -> asked.later().map(Relaxation.Later::new),
                () -> without(withoutOne));
        return inTurn.flatMap(each -> each.get().stream()).findFirst();
    }

    /** Where kinds were asked for: another kind for one party, the others as asked; or for all, where one is not enough. */
    private Optional<Relaxation> otherRooms(Map<Integer, CommonSlot> withoutOne) {
        TimeTaste taste = question.query().taste();
        if (taste.kinds().isEmpty() && !taste.sameKind()) {
            return Optional.empty();
        }
        return Stream.concat(withoutOne.keySet().stream().map(Set::of), Stream.of(Set.copyOf(positions)))
                .flatMap(freed -> otherRooms(freed).stream())
                .findFirst();
    }

    private Optional<Relaxation> otherRooms(Set<Integer> freed) {
        return new PlanningRound(question, question.query().duration(), freed)
                .asAsked(Order.START, MOST_TRIED).stream()
                        .filter(slot -> freed.size() == positions.size() || areOneKind(slot, freed))
                        .findFirst()
                        .map(slot -> new Relaxation.OtherRooms(changed(slot, freed), slot));
    }

    /** Whether the rooms of all others than {@code freed} are of one kind, if that was asked for. */
    private boolean areOneKind(CommonSlot slot, Set<Integer> freed) {
        return !question.query().taste().sameKind()
                || positions.stream()
                                .filter(position -> !freed.contains(position))
                                .map(position -> slot.rooms().get(position).kind())
                                .distinct()
                                .count()
                        <= 1;
    }

    /** Those of {@code freed} whose room is not of a kind that was asked for; all of them where any kind was, but one. */
    private List<Integer> changed(CommonSlot slot, Set<Integer> freed) {
        Set<RoomKind> kinds = question.query().taste().kinds();
        return freed.stream()
                .filter(position -> kinds.isEmpty()
                        || !kinds.contains(slot.rooms().get(position).kind()))
                .sorted()
                .toList();
    }

    private Optional<Relaxation> anyHour() {
        return question.query()
                .taste()
                .dayHours()
                .flatMap(hours -> asked.atAnyHour().map(Relaxation.AnyHour::new));
    }

    /** Shorter by whole slots, at most by a quarter, in a few even steps. */
    private Optional<Relaxation> shorter() {
        Duration duration = question.query().duration();
        long most = duration.dividedBy(4).dividedBy(Slots.LENGTH);
        long each = (most + SHORTER_TRIES - 1) / SHORTER_TRIES;
        return IntStream.rangeClosed(1, SHORTER_TRIES)
                .mapToLong(tries -> tries * each)
                .filter(slots -> slots <= most && slots > 0)
                .mapToObj(slots -> shorter(duration.minus(Slots.LENGTH.multipliedBy(slots))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Relaxation> shorter(Duration length) {
        return new PlanningRound(question, length)
                .asAsked(Order.START, 1).stream().findFirst().map(slot -> new Relaxation.Shorter(length, slot));
    }

    private static Optional<Relaxation> without(Map<Integer, CommonSlot> withoutOne) {
        return withoutOne.entrySet().stream()
                .findFirst()
                .map(entry -> new Relaxation.Without(entry.getKey(), entry.getValue()));
    }
}
