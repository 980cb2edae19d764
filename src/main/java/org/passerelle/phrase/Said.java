package org.passerelle.phrase;

import java.time.DayOfWeek;
import java.time.Period;
import java.util.List;
import org.passerelle.phrase.Phrase.Part;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.Phrase.Unread;
import org.passerelle.phrase.Phrase.UnreadReason;

/** A few words of a line, as far as they can be understood without the others. */
sealed interface Said {

    Span span();

    /** What means the same whatever stands beside it. */
    record Clear(Part part) implements Said {

        @Override
        public Span span() {
            return part.span();
        }
    }

    /** What cannot be taken. */
    record Unclear(Unread unread) implements Said {

        @Override
        public Span span() {
            return unread.span();
        }
    }

    /** {@code 2h} or {@code 14h30}: a time of the day, or a length. */
    record BareHours(Span span, int hours, int minutes) implements Said {}

    /** A weekday, which may be the name of the date beside it. */
    record BareWeekday(Span span, DayOfWeek day) implements Said {}

    /** For so long a series goes on. */
    record ForPeriod(Span span, Period period) implements Said {}

    /** What follows is not wished, which no search can be told. */
    record Except(Span span) implements Said {}

    /** Words that mean nothing by themselves. */
    record Filler(Span span) implements Said {}

    static Said clear(Span span, Wish... wishes) {
        return new Clear(new Part(span, List.of(wishes), List.of()));
    }

    static Said clear(Span span, List<Reading> otherwise, Wish... wishes) {
        return new Clear(new Part(span, List.of(wishes), otherwise));
    }

    static Said unclear(Span span, UnreadReason reason, List<Reading> readings) {
        return new Unclear(new Unread(span, reason, readings));
    }

    static Said impossible(Span span) {
        return unclear(span, UnreadReason.IMPOSSIBLE, List.of());
    }
}
