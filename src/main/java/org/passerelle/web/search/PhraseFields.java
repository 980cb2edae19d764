package org.passerelle.web.search;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.phrase.Phrase;
import org.passerelle.phrase.Wish;
import org.passerelle.time.DayPart;
import org.passerelle.web.PageWords;
import org.passerelle.web.book.Length;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Fills the fields of the search in with what somebody wrote. */
final class PhraseFields {

    private final Phrase phrase;
    private final Directory directory;
    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    private PhraseFields(Phrase phrase, Directory directory) {
        this.phrase = phrase;
        this.directory = directory;
    }

    /**
     * As the form would send them; what nobody said is not among them.
     *
     * @param reader the site on whose clocks is read what names no place
     */
    static MultiValueMap<String, String> of(Phrase phrase, Directory directory, Site reader) {
        PhraseFields filled = new PhraseFields(phrase, directory);
        Site clocks = filled.places(reader);
        filled.time(clocks);
        filled.series();
        filled.needs();
        return filled.fields;
    }

    /** Returns the site on whose clocks the line was read. */
    private Site places(Site reader) {
        Set<Site> sites = new LinkedHashSet<>();
        phrase.all(Wish.AtSite.class)
                .flatMap(wish -> directory.site(wish.site()).stream())
                .forEach(sites::add);
        phrase.all(Wish.InRoom.class)
                .flatMap(wish -> directory.room(wish.room()).stream())
                .forEach(room -> named(room, sites));
        sites.forEach(site -> fields.add("where", site.id().value()));
        Site clocks = sites.stream()
                .filter(site -> site.zone().equals(phrase.zone()))
                .findFirst()
                .orElse(reader);
        fields.add("site", clocks.id().value());
        return clocks;
    }

    private void named(Room room, Set<Site> sites) {
        fields.add("room", room.id().value());
        sites.add(directory.siteOf(room));
    }

    private void time(Site clocks) {
        phrase.day().map(LocalDate::toString).ifPresent(day -> fields.add("date", day));
        Optional<DayPart> part = phrase.first(Wish.DuringPart.class).map(Wish.DuringPart::part);
        Optional<Duration> length = phrase.first(Wish.Lasting.class).map(Wish.Lasting::length);
        Optional<LocalTime> end = phrase.first(Wish.EndingAt.class).map(Wish.EndingAt::time);
        boolean isBounded = length.isPresent() || end.isPresent();
        Optional<LocalTime> start = phrase.first(Wish.StartingAt.class)
                .map(Wish.StartingAt::time)
                .or(() -> part.filter(each -> isBounded)
                        .map(each -> clocks.halfDays().of(each).start()));
        start.ifPresent(time -> fields.add("start", PageWords.time(time)));
        if (length.isPresent()) {
            fields.add("length", length.get().toString());
        } else if (end.isPresent()) {
            until(start, end.get());
        } else if (part.isPresent() && start.isEmpty()) {
            fields.add("length", part.get().name());
        }
    }

    /** Over midnight only a length can be said. */
    private void until(Optional<LocalTime> start, LocalTime end) {
        boolean isOvernight = start.filter(from -> !from.isBefore(end)).isPresent();
        if (isOvernight) {
            Duration length = Duration.between(start.orElseThrow(), end).plusDays(1);
            fields.add("length", length.toString());
        } else {
            fields.add("length", Length.CUSTOM);
            fields.add("until", PageWords.time(end));
        }
    }

    private void series() {
        phrase.first(Wish.Repeating.class)
                .ifPresent(wish -> fields.add("repeat", wish.rule().toString()));
        phrase.first(Wish.LastDay.class).ifPresent(wish -> {
            fields.add("ends", "date");
            fields.add("last", wish.day().toString());
        });
        phrase.first(Wish.SoManyTimes.class).ifPresent(wish -> fields.add("times", Integer.toString(wish.count())));
    }

    private void needs() {
        fields.add(
                "people",
                phrase.first(Wish.ForPeople.class)
                        .map(wish -> Integer.toString(wish.count()))
                        .orElse(""));
        phrase.all(Wish.OfKind.class)
                .map(wish -> wish.kind().name())
                .distinct()
                .forEach(kind -> fields.add("kind", kind));
        phrase.all(Wish.Equipped.class)
                .map(Wish.Equipped::word)
                .distinct()
                .forEach(word -> fields.add("equipment", word));
        phrase.first(Wish.WithoutSteps.class).ifPresent(wish -> fields.add("stepFree", "1"));
    }

    /** What the line leaves open and a search has to know, by the end of its key among the texts. */
    static Stream<String> open(MultiValueMap<String, String> fields) {
        boolean isPart = Length.part(Objects.requireNonNullElse(fields.getFirst("length"), ""))
                .isPresent();
        boolean repeats = fields.containsKey("repeat");
        boolean ends = fields.containsKey("last") || fields.containsKey("times");
        return Stream.of(
                        fields.containsKey("date") ? "" : "date",
                        fields.containsKey("start") || isPart ? "" : "start",
                        fields.containsKey("length") ? "" : "length",
                        !repeats || ends ? "" : "times")
                .filter(each -> !each.isEmpty());
    }
}
