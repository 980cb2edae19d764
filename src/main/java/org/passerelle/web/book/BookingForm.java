package org.passerelle.web.book;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.order.Repeat;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.util.MultiValueMap;

/**
 * The form exactly as somebody filled it in, so that it can be shown to them again.
 *
 * @param site whose clocks the times are read on
 * @param rooms ids of the rooms ticked; what is countable as often as units of it are wished
 * @param key by which a second press of the button is known as the same request
 */
public record BookingForm(FormSubject subject, When when, Series series, List<String> rooms, String site, String key) {

    /** Before the id of something countable, the name of the field that says how many are wished. */
    public static final String UNITS = "units.";

    private static final int LONGEST_KEY = 64;
    private static final int TOO_MANY = BookingOrder.MOST_ROOMS + 1;

    /**
     * What it is about.
     *
     * @param linked whether the rooms are to be linked by video
     * @param quality how fine the pictures are then to be
     * @param layout in which the rooms are to be furnished; empty for as they are
     * @param services of which some are wished
     * @param who comes besides
     */
    public record FormSubject(
            String title,
            String people,
            String notes,
            boolean linked,
            String quality,
            String layout,
            List<TypedService> services,
            FormPeople who) {

        /** With nobody else. */
        FormSubject(
                String title,
                String people,
                String notes,
                boolean linked,
                String quality,
                String layout,
                List<TypedService> services) {
            this(title, people, notes, linked, quality, layout, services, FormPeople.NOBODY);
        }

        /** In rooms as they are, without services. */
        public FormSubject(String title, String people, String notes, boolean linked, String quality) {
            this(title, people, notes, linked, quality, "", List.of());
        }

        FormSubject with(FormPeople others) {
            return new FormSubject(title, people, notes, linked, quality, layout, services, others);
        }

        FormSubject in(String changed) {
            return new FormSubject(title, people, notes, linked, changed, layout, services, who);
        }
    }

    /**
     * Who comes.
     *
     * @param invited addresses and names of those who get an invitation
     * @param guests whom the reception expects, one a line
     */
    public record FormPeople(String invited, String guests) {

        static final FormPeople NOBODY = new FormPeople("", "");
    }

    /** @param length a duration or one of {@link Length}; {@code until} counts only for a custom one */
    public record When(String date, String start, String length, String until) {

        /** {@code time} on the clocks of {@code zone}; it ends on the day on which it starts. */
        public static When of(Interval time, ZoneId zone) {
            LocalDateTime start = LocalDateTime.ofInstant(time.start(), zone);
            String length = time.length().toString();
            return new When(
                    start.toLocalDate().toString(),
                    PageWords.time(start),
                    Length.usual(length).isPresent() ? length : Length.CUSTOM,
                    PageWords.time(time.end(), zone));
        }

        /** As {@link #of(Interval, ZoneId)}; where it ends on another day its length is kept instead of its end. */
        static When lasting(Interval time, EventDuration said, ZoneId zone) {
            When when = of(time, zone);
            boolean sameDay = time.end().atZone(zone).toLocalDate().toString().equals(when.date);
            return sameDay ? when : new When(when.date, when.start, said.toString(), when.until);
        }

        When on(LocalDate day) {
            return new When(day.toString(), start, length, until);
        }

        public static When of(MultiValueMap<String, String> sent) {
            return new When(
                    text(sent, "date", ""),
                    text(sent, "start", ""),
                    text(sent, "length", Length.CUSTOMARY),
                    text(sent, "until", ""));
        }
    }

    /**
     * @param ends {@code count} or {@code date}; what does not apply is ignored
     * @param givesUp whether dates that lack their room are not won back
     */
    public record Series(String repeat, String ends, String times, String last, String onConflict, boolean givesUp) {

        /** The button beside dates that are not free, which says what to do about them in the place of the choice below. */
        private static final String OTHERS = "others";

        public static Series of(MultiValueMap<String, String> sent) {
            return new Series(
                    text(sent, "repeat", Repeat.NONE.name()),
                    text(sent, "ends", "count"),
                    text(sent, "times", "6"),
                    text(sent, "last", ""),
                    text(sent, OTHERS, text(sent, "onConflict", "REJECT")),
                    sent.containsKey("givesUp"));
        }

        Series givingUp(boolean changed) {
            return new Series(repeat, ends, times, last, onConflict, changed);
        }

        public boolean repeats() {
            return !repeat.equals(Repeat.NONE.name());
        }
    }

    public BookingForm {
        rooms = List.copyOf(rooms);
    }

    static BookingForm of(MultiValueMap<String, String> sent) {
        return new BookingForm(
                new FormSubject(
                        text(sent, "title", ""),
                        text(sent, "people", ""),
                        text(sent, "notes", ""),
                        sent.containsKey("video"),
                        text(sent, "quality", Linking.USUAL_QUALITY),
                        text(sent, "layout", "").strip(),
                        TypedService.of(sent),
                        new FormPeople(text(sent, "invited", ""), text(sent, "guests", ""))),
                When.of(sent),
                Series.of(sent),
                Objects.requireNonNullElse(sent.get("room"), List.<String>of()).stream()
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .flatMap(room -> Collections.nCopies(units(text(sent, UNITS + room, "1")), room).stream())
                        .toList(),
                text(sent, "site", ""),
                key(text(sent, "key", "")));
    }

    /** How many are wished; what is no number is as wrong as too many. */
    private static int units(String typed) {
        String number = typed.strip();
        int units = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0;
        return units < 1 ? TOO_MANY : Math.min(units, TOO_MANY);
    }

    private static String text(MultiValueMap<String, String> sent, String name, String otherwise) {
        return Objects.requireNonNullElse(sent.getFirst(name), otherwise);
    }

    private static String key(String sent) {
        return sent.isBlank() || sent.length() > LONGEST_KEY ? freshKey() : sent;
    }

    private static String freshKey() {
        return UUID.randomUUID().toString();
    }

    BookingForm with(When changed) {
        return new BookingForm(subject, changed, series, rooms, site, key);
    }

    BookingForm with(FormSubject changed) {
        return new BookingForm(changed, when, series, rooms, site, key);
    }

    BookingForm in(List<String> others) {
        return new BookingForm(subject, when, series, others, site, key);
    }

    BookingForm withFreshKey() {
        return new BookingForm(subject, when, series, rooms, site, freshKey());
    }

    public boolean repeats() {
        return series.repeats();
    }

    public boolean hasExtras() {
        return !subject.people().isBlank()
                || !subject.notes().isBlank()
                || !subject.layout().isEmpty()
                || !subject.services().isEmpty();
    }
}
