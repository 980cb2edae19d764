package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.TimeFields;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.RoomId;
import org.passerelle.waitlist.WaitlistEntry;

/**
 * A place in the line as told to whose it is.
 *
 * @param position 1 for whoever is served first; while waiting
 * @param booking the hold to confirm, once offered
 * @param heldUntil when the offer lapses
 */
@Schema(name = "Wait")
record WaitView(
        String id,

        @Schema(allowableValues = {"WAITING", "OFFERED", "TAKEN", "LEFT", "EXPIRED"})
        String state,

        @Nullable Integer position,
        Instant created,
        @Nullable Instant until,
        @Nullable String booking,
        @Nullable Instant heldUntil,
        String title,
        String notes,
        @Schema(implementation = Visibility.class) String visibility,
        int headcount,
        List<BookingView.AttendeeView> attendees,
        BookingView.@Nullable Conference conference,
        String start,
        String end,
        String timeZone,
        String duration,
        @Nullable String recurrence,
        @ArraySchema(schema = @Schema(format = "date")) List<String> exclude,
        List<String> rooms,
        @Schema(implementation = OnConflict.class) String onConflict,
        boolean reacquire) {

    static WaitView of(WaitlistEntry entry, Optional<Integer> position) {
        BookingOrder order = entry.order();
        Content content = order.content();
        Schedule schedule = order.schedule();
        return new WaitView(
                entry.id(),
                entry.state().name(),
                position.orElse(null),
                entry.created(),
                entry.until().orElse(null),
                entry.booking().map(BookingId::value).orElse(null),
                entry.standing().offer().map(WaitlistEntry.HoldOffer::until).orElse(null),
                content.title(),
                content.notes(),
                content.visibility().name(),
                content.headcount(),
                content.attendees().stream().map(BookingView.AttendeeView::of).toList(),
                content.conference()
                        .map(wish -> BookingView.Conference.of(wish, true))
                        .orElse(null),
                schedule.start().toString(),
                schedule.end().toString(),
                schedule.zone().getId(),
                TimeFields.text(schedule),
                schedule.recurrence().map(Object::toString).orElse(null),
                schedule.exclude().stream().sorted().map(LocalDate::toString).toList(),
                order.rooms().stream().map(RoomId::value).toList(),
                order.onConflict().name(),
                order.reacquire());
    }
}
