package org.passerelle.waitlist;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.ExternalCall;
import org.passerelle.booking.video.LinkGenerations;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.directory.RoomId;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Recurrence;

/** An order as it is stored: wall times as texts, for the driver would bend them to the zone of the machine. */
record StoredOrder(
        ContentText content, ScheduleText schedule, List<String> rooms, String onConflict, boolean reacquire) {

    record ContentText(
            String title,
            String notes,
            String visibility,
            int headcount,
            List<Invited> attendees,
            @Nullable String conference,
            @Nullable String quality,
            @Nullable CallText call,
            @Nullable String layout,
            @Nullable List<ServiceText> services) {

        static ContentText of(Content content) {
            return new ContentText(
                    content.title(),
                    content.notes(),
                    content.visibility().name(),
                    content.headcount(),
                    content.attendees().stream()
                            .map(each -> new Invited(each.email().value(), each.name()))
                            .toList(),
                    content.conference().map(ConferenceWish::provider).orElse(null),
                    content.conference().map(wish -> wish.quality().name()).orElse(null),
                    content.conference()
                            .flatMap(ConferenceWish::external)
                            .map(CallText::of)
                            .orElse(null),
                    content.arrangements().layout().orElse(null),
                    content.arrangements().services().stream()
                            .map(each -> new ServiceText(each.service(), each.quantity(), each.note()))
                            .toList());
        }

        Content toContent() {
            return new Content(
                    title,
                    notes,
                    Visibility.valueOf(visibility),
                    headcount,
                    attendees.stream()
                            .map(each -> new Attendee(new EmailAddress(each.email()), each.name()))
                            .toList(),
                    Optional.ofNullable(conference).map(this::wish),
                    new Arrangements(
                            Optional.ofNullable(layout),
                            services == null
                                    ? List.of()
                                    : services.stream()
                                            .map(ServiceText::toOrder)
                                            .toList()));
        }

        private ConferenceWish wish(String provider) {
            return new ConferenceWish(
                    provider,
                    quality == null ? VideoQuality.HD : VideoQuality.valueOf(quality),
                    LinkGenerations.FIRST,
                    Optional.ofNullable(call).map(CallText::toCall));
        }
    }

    /** The ways into a conference that is hosted elsewhere. */
    record CallText(@Nullable String link, String sip, String h323, String phone, String pin) {

        static CallText of(ExternalCall call) {
            return new CallText(
                    call.link().map(URI::toString).orElse(null), call.sip(), call.h323(), call.phone(), call.pin());
        }

        ExternalCall toCall() {
            return new ExternalCall(Optional.ofNullable(link).map(URI::create), sip, h323, phone, pin);
        }
    }

    record ServiceText(String service, int quantity, String note) {

        ServiceOrder toOrder() {
            return new ServiceOrder(service, quantity, note);
        }
    }

    record Invited(String email, String name) {}

    /** @param length as it was said, if that is not the elapsed time {@code duration} */
    record ScheduleText(
            String start,
            String zone,
            String duration,
            @Nullable String length,
            @Nullable String recurrence,
            List<String> exclude) {

        static ScheduleText of(Schedule schedule) {
            return new ScheduleText(
                    schedule.start().toString(),
                    schedule.zone().getId(),
                    schedule.duration().toString(),
                    schedule.length().isExact() ? null : schedule.length().toString(),
                    schedule.recurrence().map(Recurrence::toString).orElse(null),
                    schedule.exclude().stream()
                            .sorted()
                            .map(LocalDate::toString)
                            .toList());
        }

        Schedule toSchedule() {
            return new Schedule(
                    LocalDateTime.parse(start),
                    ZoneId.of(zone),
                    length == null ? EventDuration.exact(Duration.parse(duration)) : EventDuration.parse(length),
                    Optional.ofNullable(recurrence).map(Recurrence::parse),
                    exclude.stream().map(LocalDate::parse).collect(Collectors.toSet()));
        }
    }

    static StoredOrder of(BookingOrder order) {
        return new StoredOrder(
                ContentText.of(order.content()),
                ScheduleText.of(order.schedule()),
                order.rooms().stream().map(RoomId::value).toList(),
                order.onConflict().name(),
                order.reacquire());
    }

    BookingOrder toOrder() {
        return new BookingOrder(
                content.toContent(),
                schedule.toSchedule(),
                rooms.stream().map(RoomId::new).toList(),
                OnConflict.valueOf(onConflict),
                reacquire);
    }
}
