package org.passerelle.notification;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.changelog.DateChange;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.FieldChange.Field;
import org.passerelle.booking.changelog.LoggedChange;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Slug;

/** Whether a change of a booking is one of what is ordered with it: what, how much, for how many, when or where. */
final class OrderChanges {

    private static final Set<Field> FIELDS =
            EnumSet.of(Field.ARRANGEMENTS, Field.HEADCOUNT, Field.SCHEDULE, Field.ROOMS, Field.DATES);

    private OrderChanges() {}

    static boolean concern(LoggedChange change) {
        return switch (change.type()) {
            case CREATED, APPROVED, RELEASED -> true;
            case CHANGED ->
                !change.dates().isEmpty() || change.fields().stream().anyMatch(each -> FIELDS.contains(each.field()));
            default -> false;
        };
    }

    /** Whether nothing of the booking takes place any more, however it came to that. */
    static boolean endAll(LoggedChange change) {
        return switch (change.type()) {
            case CANCELLED -> true;
            // Of what is asked for in the place of a date the booking is left as it was.
            case DECLINED, LAPSED -> change.dates().stream().noneMatch(DateChange::isAnswered);
            default -> false;
        };
    }

    /** The rooms of the dates that changed, as they were, and those that the booking named before. */
    static Set<RoomId> roomsBefore(LoggedChange change) {
        Stream<RoomId> ofDates =
                change.dates().stream().flatMap(date -> date.before().stream()).flatMap(was -> was.rooms().stream());
        Stream<RoomId> named = change.fields().stream()
                .filter(each -> each.field() == Field.ROOMS)
                .flatMap(each -> each.before().stream())
                .flatMap(text -> Stream.of(text.split(" ")))
                .filter(Slug::isSlug)
                .map(RoomId::new);
        return Stream.concat(ofDates, named).collect(Collectors.toSet());
    }

    /** Whether more was ordered before than the change log says; then it may have been anything. */
    static boolean areCutOff(LoggedChange change) {
        return change.fields().stream()
                .filter(each -> each.field() == Field.ARRANGEMENTS)
                .flatMap(each -> each.before().stream())
                .anyMatch(text -> text.length() >= FieldChange.LONGEST - 1);
    }

    /**
     * Layouts and services that were ordered before, by their words. What was written in a note looks the same: whoever asks
     * goes by what there is at the sites of the booking alone.
     */
    static Set<String> before(LoggedChange change) {
        return change.fields().stream()
                .filter(each -> each.field() == Field.ARRANGEMENTS)
                .map(FieldChange::before)
                .flatMap(Optional::stream)
                .flatMap(text -> Stream.of(text.split("[ ,]+")))
                .collect(Collectors.toSet());
    }
}
