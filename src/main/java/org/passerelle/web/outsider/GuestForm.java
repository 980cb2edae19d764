package org.passerelle.web.outsider;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.order.OrderReader;
import org.passerelle.booking.order.ScheduleText;
import org.passerelle.booking.order.TimesText;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteClock;
import org.passerelle.outsider.OutsiderRequest;
import org.passerelle.outsider.OutsiderRequest.OutsiderSubject;
import org.passerelle.platform.text.Text;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.FormFaults;
import org.passerelle.web.book.FormTexts;

/**
 * What somebody typed who asks for a room on a public page.
 *
 * @param start and {@code until}: on the clock of the site, such as {@code 09:00}
 */
record GuestForm(
        String room,
        String date,
        String start,
        String until,
        String title,
        String people,
        String name,
        String email,
        String notes) {

    /** Whatever a browser leaves out is empty. */
    GuestForm(
            @Nullable String room,
            @Nullable String date,
            @Nullable String start,
            @Nullable String until,
            @Nullable String title,
            @Nullable String people,
            @Nullable String name,
            @Nullable String email,
            @Nullable String notes) {
        this.room = said(room);
        this.date = said(date);
        this.start = said(start);
        this.until = said(until);
        this.title = said(title);
        this.people = said(people);
        this.name = said(name);
        this.email = said(email);
        this.notes = said(notes);
    }

    private static String said(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Nothing is typed yet. */
    static GuestForm empty(LocalDate date, RoomId room) {
        return new GuestForm(room.value(), date.toString(), "09:00", "10:00", "", "", "", "", "");
    }

    /**
     * Empty when it cannot be read; then there are complaints.
     *
     * @param rooms from which to choose
     * @param clock of their site
     */
    Optional<OutsiderRequest> request(
            List<Room> rooms, SiteClock clock, Locale language, Instant now, Complaints complaints) {
        Optional<RoomId> wanted = rooms.stream()
                .map(Room::id)
                .filter(id -> id.value().equals(room))
                .findFirst();
        if (wanted.isEmpty()) {
            complaints.add("room", "guest.error.room");
        }
        Optional<Content> about =
                FormFaults.told(OrderReader.content(FormTexts.subject(title, people, notes)), complaints);
        Optional<Schedule> time = FormFaults.told(
                OrderReader.schedule(ScheduleText.once(TimesText.until(date, start, until)), clock), complaints);
        about.filter(each -> each.notes().length() > OutsiderRequest.LONGEST_NOTES)
                .ifPresent(each -> complaints.add("notes", "book.error.text", OutsiderRequest.LONGEST_NOTES));
        requireText("name", name, OutsiderRequest.LONGEST_NAME, "guest.error.name", complaints);
        Optional<EmailAddress> address = address(complaints);
        if (!complaints.isEmpty()) {
            return Optional.empty();
        }
        return about.flatMap(content -> time.map(when -> new OutsiderRequest(
                BookingId.random(),
                address.orElseThrow(),
                name,
                language,
                wanted.orElseThrow(),
                when.start(),
                when.start().plus(when.length().onTheWall()),
                new OutsiderSubject(content.title(), content.notes(), content.headcount()),
                now)));
    }

    private Optional<EmailAddress> address(Complaints complaints) {
        Optional<EmailAddress> address = OutsiderRequest.address(email);
        if (address.isEmpty()) {
            complaints.add("email", "guest.error.email");
        }
        return address;
    }

    private static void requireText(String field, String text, int most, String missing, Complaints complaints) {
        if (text.isEmpty()) {
            complaints.add(field, missing);
        } else if (!isAllowed(() -> Text.requireLine(field, text, most))) {
            complaints.add(field, "book.error.text", most);
        }
    }

    private static boolean isAllowed(Runnable check) {
        try {
            check.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
