package org.passerelle.booking.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;
import org.passerelle.directory.arrangement.ServiceOffer;

/**
 * What is arranged is offered. The layout is one of each room that can be furnished in some way, and of at least one room of each
 * date: a room whose tables nobody moves stands as it is beside others, as a suite does in a conference. Each service is one that
 * a site offers in a room of the date, is asked for early enough, and not in a quantity that there never is. What a date has
 * already, in the same rooms and for the same start, is not judged again, nor is less of a service.
 */
final class ArrangementsAreOffered implements BookingRule {

    @Override
    public void judge(Proposal proposal, Objections objections) {
        if (proposal.content().arrangements().isEmpty()) {
            return;
        }
        for (Proposal.Date date : proposal.dates()) {
            proposal.content()
                    .arrangements()
                    .layout()
                    .filter(layout -> !isLaidOut(date, layout))
                    .ifPresent(layout -> judge(date, layout, objections));
            proposal.content().arrangements().services().stream()
                    .filter(order -> !isOrdered(order, date))
                    .flatMap(order -> judge(order, date, proposal).stream())
                    .forEach(reason -> objections.add(reason.on(date.recurrenceId())));
        }
    }

    private static boolean isLaidOut(Proposal.Date date, String layout) {
        return date.hasNoOtherRooms()
                && date.before()
                        .flatMap(held -> held.content().arrangements().layout())
                        .filter(layout::equals)
                        .isPresent();
    }

    private static void judge(Proposal.Date date, String layout, Objections objections) {
        List<Room> changeable =
                date.rooms().stream().filter(room -> !room.layouts().isEmpty()).toList();
        if (changeable.isEmpty()) {
            objections.add(Reason.of(ReasonCode.UNKNOWN_LAYOUT, layout).on(date.recurrenceId()));
        }
        for (Room room : changeable) {
            if (room.layouts().find(layout).isEmpty()) {
                objections.add(
                        Reason.of(ReasonCode.UNKNOWN_LAYOUT, room.id(), layout).on(date.recurrenceId()));
            }
        }
    }

    private static boolean isOrdered(ServiceOrder order, Proposal.Date date) {
        return date.keepsItsRooms()
                && date.before()
                        .filter(held -> held.time().start().equals(date.time().start()))
                        .flatMap(held -> held.content().arrangements().service(order.service()))
                        .filter(held -> held.quantity() >= order.quantity())
                        .isPresent();
    }

    private static Optional<Reason> judge(ServiceOrder order, Proposal.Date date, Proposal proposal) {
        Optional<ServiceOffer> offer = proposal.directory()
                .service(order.service())
                .filter(each -> date.rooms().stream()
                        .anyMatch(room ->
                                each.isOfferedIn(room.id().value(), room.site().value())));
        if (offer.isEmpty()) {
            return Optional.of(Reason.of(ReasonCode.UNKNOWN_SERVICE, order.service()));
        }
        Instant latest = date.time().start().minus(offer.get().notice());
        if (proposal.now().isAfter(latest)) {
            return Optional.of(Reason.of(
                    ReasonCode.SERVICE_TOO_SOON,
                    offer.get().name(),
                    offer.get().notice().toString()));
        }
        boolean isTooMuch = offer.get()
                        .limits()
                        .perDay()
                        .filter(most -> most < order.quantity())
                        .isPresent()
                || offer.get()
                        .limits()
                        .atOnce()
                        .filter(most -> most < order.quantity())
                        .isPresent();
        return isTooMuch
                ? Optional.of(
                        Reason.of(ReasonCode.SERVICE_EXHAUSTED, offer.get().name()))
                : Optional.empty();
    }
}
