package org.passerelle.api.absence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.absence.AbsenceWish;
import org.passerelle.booking.absence.AbsentBooking;
import org.passerelle.directory.RoomId;

/** What becomes, or would become, of the dates of somebody who is away. */
@Schema(name = "Absence")
record AbsenceView(List<AbsentDate> affected) {

    /** What becomes of a date. */
    enum AbsenceOutcome {
        CANCELLED,
        HANDED_OVER,
        KEPT
    }

    /**
     * A date of theirs.
     *
     * @param booking its booking, as it was called before
     * @param recurrenceId which date of a series; left out of a booking that is none
     * @param reasons codes of why it stays as it is
     */
    @Schema(name = "AbsentDate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AbsentDate(
            String booking,
            @Nullable Instant recurrenceId,
            String title,
            List<String> rooms,
            Instant from,
            Instant to,
            @Schema(implementation = AbsenceOutcome.class) String outcome,
            List<String> reasons) {}

    static AbsenceView of(List<AbsentBooking> bookings, AbsenceWish wish) {
        AbsenceOutcome done =
                wish instanceof AbsenceWish.CallOff ? AbsenceOutcome.CANCELLED : AbsenceOutcome.HANDED_OVER;
        return new AbsenceView(
                bookings.stream().flatMap(each -> dates(each, done)).toList());
    }

    private static Stream<AbsentDate> dates(AbsentBooking found, AbsenceOutcome done) {
        List<String> reasons =
                found.refusals().stream().map(reason -> reason.code().token()).toList();
        return found.dates().stream()
                .map(date -> new AbsentDate(
                        found.booking().id().value(),
                        found.booking().schedule().recurs() ? date.recurrenceId() : null,
                        found.booking().content().title(),
                        date.rooms().stream().map(RoomId::value).toList(),
                        date.time().start(),
                        date.time().end(),
                        (reasons.isEmpty() ? done : AbsenceOutcome.KEPT).name(),
                        reasons));
    }
}
