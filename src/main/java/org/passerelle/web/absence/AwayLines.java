package org.passerelle.web.absence;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.passerelle.booking.absence.AbsentBooking;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.i18n.RoomNames;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Puts into words what falls into a time in which somebody is away. */
@Component
class AwayLines {

    private final Directories directories;
    private final ReasonTexts reasons;

    AwayLines(Directories directories, ReasonTexts reasons) {
        this.directories = directories;
        this.reasons = reasons;
    }

    /**
     * One booking.
     *
     * @param dates each with its rooms
     * @param reasons why it stays as it is; empty if it does not
     */
    record AwayLine(String id, String title, List<String> dates, List<String> reasons) {}

    List<AwayLine> of(List<AbsentBooking> bookings, ZoneId zone, Locale locale) {
        return bookings.stream().map(each -> line(each, zone, locale)).toList();
    }

    private AwayLine line(AbsentBooking found, ZoneId zone, Locale locale) {
        Directory directory = directories.current();
        List<String> dates = found.dates().stream()
                .map(date -> PageWords.moment(date.time().start(), zone, locale) + "–"
                        + PageWords.time(date.time().end(), zone) + " · "
                        + String.join(
                                ", ",
                                date.rooms().stream()
                                        .flatMap(room -> directory.room(room).stream())
                                        .map(room -> RoomNames.withSite(room, directory))
                                        .toList()))
                .toList();
        return new AwayLine(
                found.booking().id().value(),
                found.booking().content().title(),
                dates,
                found.refusals().stream()
                        .map(reason -> reasons.of(reason, locale))
                        .toList());
    }
}
