package org.passerelle.notification;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.changelog.FieldChange.Field;
import org.passerelle.booking.changelog.LoggedChange;

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

    /** Layouts and services that were ordered before, by their words. */
    static Set<String> before(LoggedChange change) {
        return change.fields().stream()
                .filter(each -> each.field() == Field.ARRANGEMENTS)
                .map(FieldChange::before)
                .flatMap(Optional::stream)
                .flatMap(text -> Stream.of(text.split("[ ,]+")))
                .collect(Collectors.toSet());
    }
}
