package org.passerelle.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.Attendee;
import org.passerelle.booking.Booking;
import org.passerelle.booking.ConferenceWish;
import org.passerelle.booking.Content;
import org.passerelle.booking.ExternalCall;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.Outcome;
import org.passerelle.booking.Owner;
import org.passerelle.booking.Schedule;
import org.passerelle.booking.Skipped;
import org.passerelle.booking.VideoQuality;
import org.passerelle.directory.RoomId;

/** A booking as told to clients. Whoever may not read it gets times and rooms; {@code masked} is true and the rest null. */
@Schema(name = "Booking")
record BookingView(
        String id,
        String uid,
        boolean masked,
        @Nullable String title,
        @Nullable String notes,
        @Nullable String visibility,
        @Nullable Integer headcount,
        @Nullable Organiser organiser,
        @Nullable List<InvitedView> attendees,
        @Nullable Conference conference,
        String start,
        String end,
        String timeZone,
        String duration,
        @Nullable String recurrence,
        List<String> exclude,
        List<String> rooms,
        String state,
        long version,
        int sequence,
        @Nullable Instant heldUntil,
        Instant created,
        Instant changed,
        List<OccurrenceView> occurrences,
        List<SkippedView> skipped,
        boolean reacquire) {

    /** Who made the booking, and for which organisation. */
    record Organiser(String email, @Nullable String organisation) {

        static Organiser of(Owner owner) {
            return new Organiser(
                    owner.organiser().value(),
                    owner.organisation().map(Object::toString).orElse(null));
        }
    }

    /** Somebody to be invited. */
    record AttendeeView(String email, String name) {

        static AttendeeView of(Attendee attendee) {
            return new AttendeeView(attendee.email().value(), attendee.name());
        }
    }

    /** The wish for a video conference; the ways into one hosted elsewhere are told to those who take part. */
    record Conference(
            String provider,
            VideoQuality quality,
            @Nullable String url,
            @Nullable String sip,
            @Nullable String h323,
            @Nullable String phone,
            @Nullable String pin) {

        static Conference of(ConferenceWish wish, boolean takesPart) {
            Optional<ExternalCall> call = wish.external().filter(ways -> takesPart);
            return new Conference(
                    wish.provider(),
                    wish.quality(),
                    call.flatMap(ExternalCall::link).map(URI::toString).orElse(null),
                    text(call, ExternalCall::sip),
                    text(call, ExternalCall::h323),
                    text(call, ExternalCall::phone),
                    text(call, ExternalCall::pin));
        }

        private static @Nullable String text(Optional<ExternalCall> call, Function<ExternalCall, String> part) {
            return call.map(part).filter(text -> !text.isEmpty()).orElse(null);
        }
    }

    /** One date; {@code recurrenceId} is the start its rule gave it. */
    @Schema(name = "Occurrence")
    record OccurrenceView(
            Instant recurrenceId,
            Instant start,
            Instant end,
            List<String> rooms,
            String state,

            @Schema(allowableValues = {"KEPT", "SUBSTITUTED"})
            String outcome) {

        static OccurrenceView of(Occurrence occurrence) {
            return new OccurrenceView(
                    occurrence.recurrenceId(),
                    occurrence.time().start(),
                    occurrence.time().end(),
                    names(occurrence.rooms()),
                    occurrence.state().name(),
                    occurrence.outcome().name());
        }
    }

    /** A date of the rule that was left out, and why. */
    @Schema(name = "Skipped")
    record SkippedView(Instant recurrenceId, Instant start, Instant end, String outcome, String reason) {

        static SkippedView of(Skipped skipped) {
            return new SkippedView(
                    skipped.time().start(),
                    skipped.time().start(),
                    skipped.time().end(),
                    Outcome.SKIPPED.name(),
                    skipped.reason().token());
        }
    }

    /**
     * @param readable whether the client may know what it is about
     * @param takesPart whether the client may know how to join its conference
     * @param invited who is invited, told only to whom it is readable
     */
    static BookingView of(Booking booking, boolean readable, boolean takesPart, List<InvitedView> invited) {
        Content content = booking.content();
        Schedule schedule = booking.schedule();
        return new BookingView(
                booking.id().value(),
                booking.uid().value(),
                !readable,
                readable ? content.title() : null,
                readable ? content.notes() : null,
                readable ? content.visibility().name() : null,
                readable ? content.headcount() : null,
                readable ? Organiser.of(booking.owner()) : null,
                readable ? invited : null,
                readable
                        ? content.conference()
                                .map(wish -> Conference.of(wish, takesPart))
                                .orElse(null)
                        : null,
                schedule.start().toString(),
                schedule.end().toString(),
                schedule.zone().getId(),
                schedule.duration().toString(),
                schedule.recurrence().map(Object::toString).orElse(null),
                schedule.exclude().stream().sorted().map(LocalDate::toString).toList(),
                names(booking.rooms()),
                booking.state().name(),
                booking.version(),
                booking.status().sequence(),
                booking.status().heldUntil().orElse(null),
                booking.status().created(),
                booking.status().changed(),
                booking.occurrences().stream().map(OccurrenceView::of).toList(),
                booking.skipped().stream().map(SkippedView::of).toList(),
                booking.dates().reacquire());
    }

    private static List<String> names(List<RoomId> rooms) {
        return rooms.stream().map(RoomId::value).toList();
    }
}
