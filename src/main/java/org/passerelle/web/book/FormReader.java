package org.passerelle.web.book;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteClock;
import org.passerelle.directory.Slug;
import org.passerelle.platform.text.Text;

/** Makes an order of a filled-in form, or says what is missing. */
public final class FormReader {

    private final BookingForm form;
    private final Complaints complaints;

    private FormReader(BookingForm form, Complaints complaints) {
        this.form = form;
        this.complaints = complaints;
    }

    /** Empty when there are complaints. */
    static Optional<BookingOrder> order(BookingForm form, SiteClock clocks, Complaints complaints) {
        FormReader reader = new FormReader(form, complaints);
        ScheduleReader schedule = new ScheduleReader(form.when(), form.series(), clocks, complaints);
        return reader.order(schedule::schedule, form.repeats() ? reader.onConflict() : OnConflict.REJECT);
    }

    /** As {@link #order}, of a form that says nothing of repeating, and yet what to do where a room is taken. */
    static Optional<BookingOrder> change(BookingForm form, SiteClock clocks, Complaints complaints) {
        FormReader reader = new FormReader(form, complaints);
        ScheduleReader schedule = new ScheduleReader(form.when(), form.series(), clocks, complaints);
        return reader.order(schedule::firstDate, reader.onConflict());
    }

    private Optional<BookingOrder> order(Supplier<Optional<Schedule>> reading, OnConflict onConflict) {
        String title = title();
        Optional<Schedule> schedule = reading.get();
        List<RoomId> rooms = rooms();
        int people = people();
        String notes = notes();
        if (form.subject().linked()) {
            Linking.quality(form.subject().quality(), complaints);
        }
        Arrangements arrangements = Arrangements.NONE.in(layout()).with(services());
        if (!complaints.isEmpty()) {
            return Optional.empty();
        }
        Content content = new Content(title, notes, Visibility.ORGANISATION, people, List.of(), Optional.empty())
                .arranged(arrangements);
        return schedule.map(when -> new BookingOrder(
                content, when, rooms, onConflict, !form.series().givesUp()));
    }

    private List<ServiceOrder> services() {
        List<ServiceOrder> orders = form.subject().services().stream()
                .flatMap(typed -> typed.order().stream())
                .toList();
        if (orders.size() < form.subject().services().size() || orders.size() > Arrangements.MOST_SERVICES) {
            complaints.add("services", "book.error.services");
            return List.of();
        }
        return orders;
    }

    private Optional<String> layout() {
        String chosen = form.subject().layout();
        if (!chosen.isEmpty() && !Slug.isSlug(chosen)) {
            complaints.add("layout", "book.error.layout");
            return Optional.empty();
        }
        return Optional.of(chosen).filter(word -> !word.isEmpty());
    }

    private OnConflict onConflict() {
        return Arrays.stream(OnConflict.values())
                .filter(choice -> form.series().onConflict().equals(choice.name()))
                .findFirst()
                .orElse(OnConflict.REJECT);
    }

    private String title() {
        return title(form.subject().title(), complaints);
    }

    /** What a booking is for, as somebody typed it; there is a complaint if it will not do. */
    public static String title(String typed, Complaints complaints) {
        String title = typed.strip();
        if (title.isEmpty()) {
            complaints.add("title", "book.error.title");
        } else if (!isAllowed(() -> Text.requireLine("title", title, Content.LONGEST_TITLE))) {
            complaints.add("title", "book.error.text", Content.LONGEST_TITLE);
        }
        return title;
    }

    private String notes() {
        String notes = form.subject().notes().strip();
        if (!isAllowed(() -> Text.requireLines("notes", notes, Content.LONGEST_NOTES))) {
            complaints.add("notes", "book.error.text", Content.LONGEST_NOTES);
        }
        return notes;
    }

    private static boolean isAllowed(Runnable check) {
        try {
            check.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private int people() {
        String people = form.subject().people().strip();
        if (people.isEmpty()) {
            return 0;
        }
        if (people.matches("[0-9]{1,6}") && Integer.parseInt(people) <= Content.MOST_PEOPLE) {
            return Integer.parseInt(people);
        }
        complaints.add("people", "book.error.people");
        return 0;
    }

    private List<RoomId> rooms() {
        boolean named = form.rooms().stream().allMatch(Slug::isSlug);
        if (!named || form.rooms().isEmpty() || form.rooms().size() > BookingOrder.MOST_ROOMS) {
            complaints.add("rooms", "book.error.rooms", BookingOrder.MOST_ROOMS);
            return List.of();
        }
        return form.rooms().stream().map(RoomId::new).toList();
    }
}
