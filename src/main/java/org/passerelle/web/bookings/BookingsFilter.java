package org.passerelle.web.bookings;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.booking.search.BookingWords;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which bookings somebody wishes to see, as it stands in the address of the page.
 *
 * @param q words to look for
 * @param isPast those that are over, in place of those ahead
 * @param site id of the only site; empty for all
 * @param isOfAll whether those of others are meant too, as far as one may read them
 * @param years how far back
 * @param onBehalfOf the address of somebody for whom the reader stands in
 */
record BookingsFilter(String q, boolean isPast, String site, boolean isOfAll, int years, String onBehalfOf) {

    private static final int MOST_YEARS = 10;
    private static final Duration YEAR = Duration.ofDays(366);

    static BookingsFilter of(MultiValueMap<String, String> sent) {
        String words = text(sent, "q").strip();
        String years = text(sent, "years");
        return new BookingsFilter(
                words.length() > BookingWords.LONGEST ? "" : words,
                text(sent, "when").equals("past"),
                text(sent, "site"),
                sent.containsKey("all"),
                years.matches("[0-9]{1,2}") ? Math.max(1, Math.min(MOST_YEARS, Integer.parseInt(years))) : 1,
                text(sent, "onBehalfOf"));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    /** Whether it is more than one's own bookings ahead. */
    public boolean isSet() {
        return !q.isEmpty() || isPast || !site.isEmpty();
    }

    BookingWords words() {
        return BookingWords.of(q);
    }

    Instant since(Instant now) {
        return isPast ? now.minus(YEAR.multipliedBy(years)) : now;
    }

    Optional<SiteId> only(Directory directory) {
        return Optional.of(site)
                .filter(Slug::isSlug)
                .map(SiteId::new)
                .flatMap(directory::site)
                .map(Site::id);
    }

    /** The same, ahead or over. */
    public String link(boolean past) {
        return link(past, 1);
    }

    /** The same, a year further back; empty if that is as far as it goes. */
    public Optional<String> further() {
        return isPast && years < MOST_YEARS ? Optional.of(link(true, years + 1)) : Optional.empty();
    }

    private String link(boolean past, int back) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/bookings");
        if (past) {
            link.queryParam("when", "past");
        }
        if (back > 1) {
            link.queryParam("years", back);
        }
        if (isOfAll) {
            link.queryParam("all", "on");
        }
        return link.queryParamIfPresent("q", named("{q}", q))
                .queryParamIfPresent("site", named("{site}", site))
                .queryParamIfPresent("onBehalfOf", named("{whose}", onBehalfOf))
                .encode()
                .buildAndExpand(Map.of("q", q, "site", site, "whose", onBehalfOf))
                .toUriString();
    }

    private static Optional<String> named(String variable, String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(variable);
    }
}
