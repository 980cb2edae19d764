package org.passerelle.web.book;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.order.ConferenceText;
import org.passerelle.booking.order.OrderText;
import org.passerelle.booking.order.ScheduleText;
import org.passerelle.booking.order.ScheduleText.RhythmText;
import org.passerelle.booking.order.SubjectText;
import org.passerelle.booking.order.SubjectText.ServiceText;
import org.passerelle.booking.order.TimesText;

/**
 * Says what stands in a form in the words of an order. Nothing is read here; but the blanks around what people type are none of
 * it, and the CR LF by which browsers send the end of a line is one line feed.
 */
public final class FormTexts {

    private static final String KEPT = "+";

    private FormTexts() {}

    /** Of a form that may repeat. What to do where a room is taken is asked of series only. */
    static OrderText order(BookingForm form) {
        BookingForm.FormSubject typed = form.subject();
        OrderText order = new OrderText(
                subject(typed),
                schedule(form.when(), form.series()),
                rooms(form),
                form.repeats() ? form.series().onConflict() : null,
                !form.series().givesUp());
        return typed.linked() ? order.linkedBy(ConferenceText.usual(typed.quality())) : order;
    }

    /** As {@link #order}, of a form that says nothing of repeating, and yet what to do where a room is taken. */
    static OrderText change(BookingForm form) {
        return new OrderText(
                subject(form.subject()),
                firstDate(form.when()),
                rooms(form),
                form.series().onConflict(),
                !form.series().givesUp());
    }

    private static List<@Nullable String> rooms(BookingForm form) {
        return List.copyOf(form.rooms());
    }

    private static SubjectText subject(BookingForm.FormSubject typed) {
        return subject(typed.title(), typed.people(), typed.notes())
                .arranged(
                        typed.layout(),
                        typed.services().stream()
                                .map(each -> new ServiceText(each.id(), each.quantity(), each.note()))
                                .toList());
    }

    /** @param people in digits; empty if nobody said how many */
    public static SubjectText subject(String title, String people, String notes) {
        String headcount = people.strip();
        return SubjectText.of(
                title.strip(), notes.strip().replace("\r\n", "\n"), headcount.isEmpty() ? "0" : headcount);
    }

    public static ScheduleText schedule(BookingForm.When when, BookingForm.Series series) {
        return series.repeats()
                ? ScheduleText.inRhythm(
                        times(when),
                        new RhythmText(
                                series.repeat(),
                                series.ends(),
                                series.times().strip(),
                                series.last().strip()))
                : firstDate(when);
    }

    /** Without the repetitions. */
    static ScheduleText firstDate(BookingForm.When when) {
        return ScheduleText.once(times(when));
    }

    private static TimesText times(BookingForm.When when) {
        String date = when.date().strip();
        String start = when.start().strip();
        String length = when.length();
        if (Length.part(length).isPresent()) {
            return TimesText.ofPart(date, length);
        }
        if (length.equals(Length.CUSTOM)) {
            return TimesText.until(date, start, when.until().strip());
        }
        return length.contains(KEPT) ? TimesText.keeping(date, start, length) : TimesText.lasting(date, start, length);
    }
}
