package org.passerelle.notification.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.model.Booking;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.i18n.LayoutTexts;
import org.passerelle.invitation.text.MessageContent.Line;

/** What is ordered with a booking, a line each: the layout of its rooms, and so much of each service. */
final class ArrangementLines {

    private ArrangementLines() {}

    static List<Line> of(Booking booking, Directory directory, Locale locale) {
        Arrangements arrangements = booking.content().arrangements();
        List<Room> rooms = booking.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .toList();
        return Stream.concat(
                        arrangements.layout().map(layout -> LayoutTexts.of(layout, rooms, locale)).stream(),
                        arrangements.services().stream().map(order -> words(order, directory)))
                .map(Line::of)
                .toList();
    }

    private static String words(ServiceOrder order, Directory directory) {
        String name = directory.service(order.service()).map(ServiceOffer::name).orElse(order.service());
        return order.quantity() + " × " + name + (order.note().isEmpty() ? "" : " (" + order.note() + ")");
    }
}
