package org.passerelle.phrase;

import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.phrase.Phrase.Part;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.Phrase.Unread;

/** Writes in one line what a line was understood as. */
final class PhraseTexts {

    private PhraseTexts() {}

    static String of(Phrase phrase) {
        String series = phrase.first(Wish.Repeating.class).isPresent()
                ? "first " + phrase.day().map(Object::toString).orElse("never") + "; "
                : "";
        String parts = phrase.parts().stream().map(PhraseTexts::of).collect(Collectors.joining("; "));
        String unread =
                phrase.unread().stream().map(each -> of(each, phrase.line())).collect(Collectors.joining("; "));
        return series + parts + (parts.isEmpty() || unread.isEmpty() ? "" : "; ") + unread;
    }

    private static String of(Part part) {
        return of(part.wishes()) + otherwise(part.otherwise());
    }

    private static String of(Unread unread, String line) {
        return "?" + unread.reason() + " " + unread.span().of(line) + otherwise(unread.readings());
    }

    private static String otherwise(List<Reading> readings) {
        return readings.isEmpty()
                ? ""
                : readings.stream().map(each -> of(each.wishes())).collect(Collectors.joining(" | ", " (or ", ")"));
    }

    static String of(List<Wish> wishes) {
        return wishes.stream().map(PhraseTexts::of).collect(Collectors.joining(", "));
    }

    private static String of(Wish wish) {
        if (wish instanceof Wish.OnDay day) {
            return day.day().toString();
        }
        if (wish instanceof Wish.StartingAt start) {
            return "at " + start.time();
        }
        if (wish instanceof Wish.EndingAt end) {
            return "to " + end.time();
        }
        if (wish instanceof Wish.Lasting length) {
            return "for " + length.length().toMinutes() + " min";
        }
        if (wish instanceof Wish.DuringPart part) {
            return part.part().toString();
        }
        if (wish instanceof Wish.ForPeople people) {
            return people.count() + " people";
        }
        return ofPlace(wish);
    }

    private static String ofPlace(Wish wish) {
        if (wish instanceof Wish.OfKind kind) {
            return kind.kind().toString();
        }
        if (wish instanceof Wish.Equipped with) {
            return "with " + with.word();
        }
        if (wish instanceof Wish.AtSite site) {
            return "site " + site.site();
        }
        if (wish instanceof Wish.InRoom room) {
            return "room " + room.room();
        }
        if (wish instanceof Wish.Repeating repeating) {
            return repeating.rule().toString();
        }
        if (wish instanceof Wish.LastDay last) {
            return "until " + last.day();
        }
        return wish instanceof Wish.SoManyTimes times ? times.count() + " times" : "step-free";
    }
}
