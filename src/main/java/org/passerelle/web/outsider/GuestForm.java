package org.passerelle.web.outsider;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Content;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.outsider.OutsiderRequest;
import org.passerelle.outsider.OutsiderRequest.OutsiderSubject;
import org.passerelle.platform.text.Text;
import org.passerelle.web.book.Complaints;
import org.passerelle.web.book.FormReader;

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

    /** Empty when it cannot be read; then there are complaints. */
    Optional<OutsiderRequest> request(List<Room> rooms, Locale language, Instant now, Complaints complaints) {
        Optional<RoomId> wanted = rooms.stream()
                .map(Room::id)
                .filter(id -> id.value().equals(room))
                .findFirst();
        if (wanted.isEmpty()) {
            complaints.add("room", "guest.error.room");
        }
        Optional<LocalDate> day = read("date", date, LocalDate::parse, "book.error.date", complaints);
        Optional<LocalTime> from = read("start", start, LocalTime::parse, "book.error.start", complaints);
        Optional<LocalTime> to = read("until", until, LocalTime::parse, "book.error.until", complaints);
        if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
            complaints.add("until", "book.error.until");
        }
        String purpose = FormReader.title(title, complaints);
        if (!people.matches("|[0-9]{1,6}") || headcount() > Content.MOST_PEOPLE) {
            complaints.add("people", "book.error.people");
        }
        requireText("name", name, OutsiderRequest.LONGEST_NAME, "guest.error.name", complaints);
        Optional<EmailAddress> address = address(complaints);
        if (!isAllowed(() -> Text.requireLines("notes", notes, OutsiderRequest.LONGEST_NOTES))) {
            complaints.add("notes", "book.error.text", OutsiderRequest.LONGEST_NOTES);
        }
        if (!complaints.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OutsiderRequest(
                BookingId.random(),
                address.orElseThrow(),
                name,
                language,
                wanted.orElseThrow(),
                LocalDateTime.of(day.orElseThrow(), from.orElseThrow()),
                LocalDateTime.of(day.orElseThrow(), to.orElseThrow()),
                new OutsiderSubject(purpose, notes, headcount()),
                now));
    }

    private int headcount() {
        return people.matches("[0-9]{1,6}") ? Integer.parseInt(people) : 0;
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

    private static <T> Optional<T> read(
            String field, String text, Function<String, T> parser, String key, Complaints complaints) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            complaints.add(field, key);
            return Optional.empty();
        }
    }
}
