package org.passerelle.web.search;

import java.util.Collection;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.web.book.BookingForm;
import org.passerelle.web.book.BookingForm.Series;
import org.passerelle.web.book.BookingForm.When;
import org.passerelle.web.book.Length;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the booking form, filled in with what was found. */
final class BookingLink {

    private final SearchForm form;
    private final Site clocks;

    /** @param clocks the site on whose clocks the times of {@code form} are read */
    BookingLink(SearchForm form, Site clocks) {
        this.form = form;
        this.clocks = clocks;
    }

    /** @param first the site to show first, unless its clocks are others */
    String to(Site first, Collection<Room> rooms, boolean datesMissing) {
        return to(first, rooms, form.when(), datesMissing);
    }

    /** The same for something that comes close, at {@code time} instead. */
    String to(Site first, Collection<Room> rooms, Interval time, NearMissChange change) {
        boolean sameTime = !(change instanceof NearMissChange.Shifted || change instanceof NearMissChange.Shortened);
        return to(first, rooms, sameTime ? form.when() : When.of(time, clocks.zone()), false);
    }

    private String to(Site first, Collection<Room> rooms, When when, boolean datesMissing) {
        boolean sameClocks =
                first.zone().equals(clocks.zone()) && first.halfDays().equals(clocks.halfDays());
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/book")
                .queryParam("site", (sameClocks ? first : clocks).id())
                .queryParam("room", rooms.stream().map(Room::id).toList())
                .queryParam("date", when.date())
                .queryParam("start", when.start())
                .queryParam("length", when.length());
        rooms.stream()
                .filter(room -> room.kind() == RoomKind.DESK)
                .forEach(desks -> link.queryParam(
                        BookingForm.UNITS + desks.id(),
                        form.people().isBlank() ? "1" : form.people().strip()));
        if (when.length().equals(Length.CUSTOM)) {
            link.queryParam("until", when.until());
        }
        if (!form.people().isBlank()) {
            link.queryParam("people", form.people().strip());
        }
        if (!form.what().layout().isEmpty()) {
            link.queryParam("layout", form.what().layout());
        }
        Series series = form.series();
        if (series.repeats()) {
            link.queryParam("repeat", series.repeat()).queryParam("ends", series.ends());
            boolean untilADay = series.ends().equals("date");
            link.queryParam(untilADay ? "last" : "times", untilADay ? series.last() : series.times());
            if (datesMissing) {
                link.queryParam("onConflict", OnConflict.SKIP);
            }
        }
        return link.encode().build().toUriString();
    }
}
