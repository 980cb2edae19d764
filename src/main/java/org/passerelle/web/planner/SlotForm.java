package org.passerelle.web.planner;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.order.ConferenceText;
import org.passerelle.booking.order.OrderFault;
import org.passerelle.booking.order.OrderField;
import org.passerelle.booking.order.OrderReading;
import org.passerelle.booking.order.OrderText;
import org.passerelle.booking.order.ScheduleText;
import org.passerelle.booking.order.TimesText;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.FormFaults;
import org.passerelle.web.book.FormTexts;
import org.passerelle.web.book.Linking;
import org.springframework.util.MultiValueMap;

/**
 * One of the times that were shown, as it comes back to be booked.
 *
 * @param start an instant
 * @param rooms ids
 */
record SlotForm(String title, String start, List<String> rooms, SlotLink link, String key) {

    private static final int LONGEST_KEY = 64;

    /** What somebody types or chooses here; all else is of the time that was shown. */
    private static final Set<OrderField> TYPED = EnumSet.of(OrderField.TITLE, OrderField.PROVIDER, OrderField.QUALITY);

    /** Whether the rooms are to be linked by video, and how fine the pictures are then to be. */
    record SlotLink(boolean wished, String quality) {

        /** As the form stands before anybody has touched it. */
        static final SlotLink USUAL = new SlotLink(true, Linking.USUAL_QUALITY);
    }

    SlotForm {
        rooms = List.copyOf(rooms);
    }

    static SlotForm of(MultiValueMap<String, String> sent) {
        return new SlotForm(
                text(sent, "title"),
                text(sent, "start"),
                Objects.requireNonNullElse(sent.get("room"), List.of()),
                new SlotLink(
                        sent.containsKey("video"),
                        Objects.requireNonNullElse(sent.getFirst("quality"), Linking.USUAL_QUALITY)),
                text(sent, "key"));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    /** One booking of all the rooms, in the time of the first party. */
    OrderText text(MeetingTimeQuery query) {
        int people = query.parties().stream().mapToInt(Party::attendees).sum();
        OrderText order = new OrderText(
                FormTexts.subject(title, Integer.toString(Math.min(people, Content.MOST_PEOPLE)), ""),
                ScheduleText.once(TimesText.ofProgram(start, query.duration().toString(), null, null, null, null)),
                rooms.stream().limit(BookingOrder.MOST_ROOMS + 1L).toList());
        return link.wished() ? order.linkedBy(ConferenceText.usual(link.quality())) : order;
    }

    /** What was read; empty when there are complaints. Whatever nobody typed is a fault of the time that was chosen. */
    Optional<BookingOrder> told(OrderReading<BookingOrder> reading, MeetingTimeQuery query, Complaints complaints) {
        boolean isWhole = isWhole(query);
        for (OrderFault fault : reading.faults()) {
            if (TYPED.contains(fault.field())) {
                FormFaults.tell(fault, complaints);
            } else {
                isWhole = false;
            }
        }
        if (!isWhole) {
            complaints.add("slots", "conference.error.slot");
        }
        return complaints.isEmpty() ? reading.value() : Optional.empty();
    }

    private boolean isWhole(MeetingTimeQuery query) {
        return rooms.size() >= query.parties().size() && !key.isBlank() && key.length() <= LONGEST_KEY;
    }
}
