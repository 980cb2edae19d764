package org.passerelle.web.search;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.passerelle.web.book.BookingForm.Series;
import org.passerelle.web.book.BookingForm.When;
import org.springframework.util.MultiValueMap;

/**
 * What somebody looks for, exactly as they typed it.
 *
 * @param where ids of the sites to look at; empty for all
 * @param rooms ids of those that are asked for by their names, and come first
 * @param site on whose clocks the times are read
 */
record SearchForm(
        When when, Series series, String people, What what, List<String> where, List<String> rooms, String site) {

    private static final String USUAL_PEOPLE = "4";

    /** What the room must be: names of kinds, words of equipment, and a layout unless it is to stay as it is. */
    record What(List<String> kinds, List<String> equipment, boolean stepFree, String layout) {

        What {
            kinds = List.copyOf(kinds);
            equipment = List.copyOf(equipment);
        }

        public int count() {
            return kinds.size() + equipment.size() + (stepFree ? 1 : 0) + (layout.isEmpty() ? 0 : 1);
        }
    }

    SearchForm {
        where = List.copyOf(where);
        rooms = List.copyOf(rooms);
    }

    static SearchForm of(MultiValueMap<String, String> sent) {
        String people = sent.getFirst("people");
        String site = sent.getFirst("site");
        return new SearchForm(
                When.of(sent),
                Series.of(sent),
                Objects.requireNonNullElse(people, USUAL_PEOPLE),
                new What(all(sent, "kind"), all(sent, "equipment"), sent.containsKey("stepFree"), layout(sent)),
                all(sent, "where"),
                all(sent, "room"),
                Objects.requireNonNullElse(site, ""));
    }

    private static String layout(MultiValueMap<String, String> sent) {
        return Objects.requireNonNullElse(sent.getFirst("layout"), "").strip();
    }

    private static List<String> all(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.get(name), List.<String>of()).stream()
                .flatMap(Stream::ofNullable)
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    SearchForm with(When changed) {
        return new SearchForm(changed, series, people, what, where, rooms, site);
    }
}
