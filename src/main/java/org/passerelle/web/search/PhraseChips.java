package org.passerelle.web.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.i18n.DayTexts;
import org.passerelle.i18n.DurationTexts;
import org.passerelle.i18n.RecurrenceTexts;
import org.passerelle.phrase.Phrase;
import org.passerelle.phrase.Phrase.Reading;
import org.passerelle.phrase.Phrase.Unread;
import org.passerelle.phrase.Phrase.UnreadReason;
import org.passerelle.phrase.Span;
import org.passerelle.phrase.Wish;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows what was understood of a line, part by part, each to be changed or taken away by a link. */
@Component
class PhraseChips {

    private final Directories directories;
    private final AvailabilityTexts things;
    private final RecurrenceTexts rhythms;
    private final PageWords words;

    PhraseChips(Directories directories, AvailabilityTexts things, RecurrenceTexts rhythms, PageWords words) {
        this.directories = directories;
        this.things = things;
        this.rhythms = rhythms;
        this.words = words;
    }

    /**
     * Words, and what they mean or why they do not.
     *
     * @param without the address of the search without them
     * @param choices what they could mean as well
     */
    record Chip(String said, String meaning, String without, List<ChipChoice> choices) {

        Chip {
            choices = List.copyOf(choices);
        }
    }

    /** @param link to the search in which the words mean that */
    record ChipChoice(String meaning, String link) {}

    List<Chip> understood(Phrase phrase, Locale locale) {
        return phrase.parts().stream()
                .map(part ->
                        chip(phrase, part.span(), meaning(part.wishes(), phrase, locale), part.otherwise(), locale))
                .toList();
    }

    List<Chip> unread(Phrase phrase, Locale locale) {
        return phrase.unread().stream()
                .map(each -> chip(phrase, each.span(), why(each, locale), each.readings(), locale))
                .toList();
    }

    private String why(Unread unread, Locale locale) {
        boolean isLikeOthers =
                unread.reason() == UnreadReason.UNKNOWN && !unread.readings().isEmpty();
        return words.text("phrase.unread." + (isLikeOthers ? "LIKE" : unread.reason()), locale);
    }

    private Chip chip(Phrase phrase, Span span, String meaning, List<Reading> readings, Locale locale) {
        return new Chip(
                span.of(phrase.line()),
                meaning,
                link(phrase.with(span, "")),
                readings.stream()
                        .map(reading -> new ChipChoice(
                                meaning(reading.wishes(), phrase, locale), link(phrase.with(span, reading.text()))))
                        .toList());
    }

    private static String link(String line) {
        UriComponentsBuilder search = UriComponentsBuilder.fromPath("/search");
        return line.isEmpty()
                ? search.build().toUriString()
                : search.queryParam("q", "{line}").encode().buildAndExpand(line).toUriString();
    }

    private String meaning(List<Wish> wishes, Phrase phrase, Locale locale) {
        return wishes.stream().map(wish -> meaning(wish, phrase, locale)).collect(Collectors.joining(", "));
    }

    private String meaning(Wish wish, Phrase phrase, Locale locale) {
        if (wish instanceof Wish.OnDay day) {
            return DayTexts.full(day.day(), locale);
        }
        if (wish instanceof Wish.StartingAt start) {
            return words.text("phrase.from", locale, PageWords.time(start.time()));
        }
        if (wish instanceof Wish.EndingAt end) {
            return words.text("phrase.to", locale, PageWords.time(end.time()));
        }
        if (wish instanceof Wish.Lasting length) {
            return DurationTexts.of(length.length(), locale);
        }
        if (wish instanceof Wish.DuringPart part) {
            return words.text("book.length." + part.part().name().toLowerCase(Locale.ROOT), locale);
        }
        if (wish instanceof Wish.ForPeople people) {
            return words.text("booking.people", locale, people.count());
        }
        if (wish instanceof Wish.Repeating repeating) {
            LocalDate first = phrase.day().orElse(LocalDate.EPOCH);
            return rhythms.of(repeating.rule(), first, locale);
        }
        if (wish instanceof Wish.LastDay last) {
            return words.text("phrase.last", locale, DayTexts.full(last.day(), locale));
        }
        if (wish instanceof Wish.SoManyTimes times) {
            return words.text("phrase.times", locale, times.count());
        }
        return ofRoom(wish, locale);
    }

    private String ofRoom(Wish wish, Locale locale) {
        if (wish instanceof Wish.OfKind kind) {
            return words.text("kind." + kind.kind(), locale);
        }
        if (wish instanceof Wish.Equipped thing) {
            return things.equipment(thing.word(), locale);
        }
        if (wish instanceof Wish.AtSite at) {
            return directories.current().site(at.site()).map(Site::name).orElse("");
        }
        if (wish instanceof Wish.InRoom in) {
            Directory directory = directories.current();
            return directory
                    .room(in.room())
                    .map(room -> room.name() + ", " + directory.siteOf(room).name())
                    .orElse("");
        }
        return words.text("search.step-free", locale);
    }
}
