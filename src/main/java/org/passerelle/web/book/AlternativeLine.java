package org.passerelle.web.book;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.video.VideoQuality;

/**
 * Something that could be booked instead, as a button of the form.
 *
 * @param value what the button sends: date, start, length and end on the form's clocks, how fine the pictures are, then the
 *     rooms
 * @param text for instance {@code Salle Almont, 10:30–11:30 · 30 min later}
 */
public record AlternativeLine(String value, String text) {

    private static final int WORDS_BEFORE_ROOMS = 5;

    static AlternativeLine of(BookingForm.When when, VideoQuality quality, List<String> rooms, String text) {
        String time = String.join(" ", when.date(), when.start(), when.length(), when.until());
        return new AlternativeLine(String.join(" ", time, quality.name(), String.join(" ", rooms)), text);
    }

    /** The form with what a button sent in the place of its time, pictures and rooms; empty if that is no proposal. */
    static Optional<BookingForm> taken(BookingForm form, String value) {
        List<String> words = Arrays.asList(value.split(" "));
        if (words.size() <= WORDS_BEFORE_ROOMS) {
            return Optional.empty();
        }
        var when = new BookingForm.When(words.get(0), words.get(1), words.get(2), words.get(3));
        return Optional.of(form.with(when)
                .with(form.subject().in(words.get(4)))
                .in(words.subList(WORDS_BEFORE_ROOMS, words.size())));
    }
}
