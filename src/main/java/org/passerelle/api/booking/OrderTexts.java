package org.passerelle.api.booking;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.OrganisationId;
import org.passerelle.api.Fields;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.booking.arrangement.ServiceFields;
import org.passerelle.booking.order.ConferenceText;
import org.passerelle.booking.order.OrderText;
import org.passerelle.booking.order.ScheduleText;
import org.passerelle.booking.order.SubjectText;
import org.passerelle.booking.order.SubjectText.InviteeText;
import org.passerelle.booking.order.SubjectText.ServiceText;
import org.passerelle.booking.order.TimesText;
import org.passerelle.conference.ProviderChoice;
import org.passerelle.directory.RoomId;
import org.springframework.stereotype.Component;

/** Says the fields of a request in the words of an order. Nothing is read here. */
@Component
class OrderTexts {

    private final ProviderChoice providers;

    OrderTexts(ProviderChoice providers) {
        this.providers = providers;
    }

    /**
     * The same with the provider of its conference named. That this one will not do is told before anything else is read.
     *
     * @param organisation whose booking it is to be
     * @param standing rooms of the booking as it stands, for a request that names none
     * @throws InvalidRequest if the provider is unknown or not set up
     */
    OrderText provided(OrderText sent, Optional<OrganisationId> organisation, List<RoomId> standing) {
        return new Fields().accepted(providers.named(sent, organisation, standing));
    }

    static OrderText of(BookingFields sent) {
        return of(sent.order()).overriding(sent.override());
    }

    static OrderText of(OrderFields sent) {
        return new OrderText(
                subject(sent.subject()), schedule(sent.schedule()), sent.rooms(), sent.onConflict(), sent.reacquire());
    }

    private static SubjectText subject(OrderFields.SubjectFields sent) {
        return new SubjectText(
                sent.title(),
                sent.notes(),
                digits(sent.headcount()),
                sent.visibility(),
                sent.attendees() == null ? null : invitees(sent.attendees()),
                conference(sent.conference()),
                sent.layout(),
                sent.services() == null ? null : services(sent.services()));
    }

    private static List<@Nullable InviteeText> invitees(List<OrderFields.Invited> sent) {
        return sent.stream().map(OrderTexts::invitee).toList();
    }

    private static @Nullable InviteeText invitee(OrderFields.@Nullable Invited sent) {
        return sent == null ? null : new InviteeText(sent.email(), sent.name());
    }

    private static @Nullable ConferenceText conference(OrderFields.@Nullable Conference sent) {
        return sent == null
                ? null
                : new ConferenceText(
                        sent.provider(), sent.quality(), sent.url(), sent.sip(), sent.h323(), sent.phone(), sent.pin());
    }

    private static List<@Nullable ServiceText> services(List<@Nullable ServiceFields> sent) {
        return sent.stream().map(OrderTexts::service).toList();
    }

    private static @Nullable ServiceText service(@Nullable ServiceFields sent) {
        return sent == null ? null : new ServiceText(sent.service(), digits(sent.quantity()), sent.note());
    }

    private static ScheduleText schedule(OrderFields.ScheduleFields sent) {
        TimesText times = TimesText.ofProgram(
                sent.start(), sent.duration(), sent.end(), sent.timeZone(), sent.date(), sent.part());
        return new ScheduleText(times, sent.recurrence(), null, sent.exclude());
    }

    private static @Nullable String digits(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
