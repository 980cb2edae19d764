package org.passerelle.web.today;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.order.OrderText;
import org.passerelle.booking.order.ScheduleText;
import org.passerelle.booking.order.TimesText;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteClock;
import org.passerelle.time.Slots;
import org.passerelle.time.WrittenTimes;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.FormFaults;
import org.passerelle.web.book.FormOrders;
import org.passerelle.web.book.FormTexts;
import org.passerelle.web.book.OrderDesk;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Books what was offered, by the same way as the form does, under a title that can be changed afterwards. */
@Component
class OnePress {

    private static final int LONGEST_KEY = 64;

    private final FormOrders orders;
    private final OrderDesk desk;
    private final PageWords words;
    private final Clock clock;

    OnePress(FormOrders orders, OrderDesk desk, PageWords words, Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    /** @param site of the room, on whose clocks the times are */
    Optional<Booking> book(
            Person person, MultiValueMap<String, String> sent, Site site, Complaints complaints, Locale locale) {
        String date = text(sent, "date");
        String start = text(sent, "start");
        OrderText order = new OrderText(
                FormTexts.subject(words.text("today.title", locale), text(sent, "people"), ""),
                ScheduleText.once(TimesText.until(date, begun(date, start, site), text(sent, "until"))),
                List.of(text(sent, "room")));
        Optional<BookingOrder> read = FormFaults.told(orders.read(order, person, SiteClock.of(site)), complaints);
        String asked = String.join("|", date, start, text(sent, "until"), text(sent, "room"), text(sent, "people"));
        return read.flatMap(wish -> desk.place(person, wish, key(text(sent, "key")), asked, complaints, locale));
    }

    private static String key(String sent) {
        return sent.isBlank() || sent.length() > LONGEST_KEY ? UUID.randomUUID().toString() : sent;
    }

    /** What was to begin at once begins now, though the page was read for some minutes. */
    private String begun(String date, String start, Site site) {
        ZonedDateTime running = Slots.start(Slots.containing(clock.instant())).atZone(site.zone());
        boolean isToday = WrittenTimes.ifReadable(date, WrittenTimes::date)
                .filter(running.toLocalDate()::equals)
                .isPresent();
        boolean isOver = isToday
                && WrittenTimes.ifReadable(start, WrittenTimes::timeOfDay)
                        .filter(time -> time.isBefore(running.toLocalTime()))
                        .isPresent();
        return isOver ? PageWords.time(running) : start;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }
}
