package org.passerelle.web.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.invitation.WaitingInvitations;
import org.passerelle.invitation.WaitingInvitations.Waiting;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Puts into words what waits for a limit of the day: where and when the meeting is, how many mails, why and until when. */
@Component
class HeldBackLines {

    private static final int MOST = 50;

    private final WaitingInvitations waiting;
    private final Directories directories;

    HeldBackLines(WaitingInvitations waiting, Directories directories) {
        this.waiting = waiting;
        this.directories = directories;
    }

    /** @param limit names the sentence that says which limit is used up */
    record HeldBackLine(String rooms, String start, int mails, String limit, String until) {}

    /** @param more how many meetings there are besides {@code lines} */
    record HeldBack(List<HeldBackLine> lines, int more) {

        static final HeldBack NOTHING = new HeldBack(List.of(), 0);

        HeldBack {
            lines = List.copyOf(lines);
        }
    }

    HeldBack of(Person manager, Locale locale) {
        List<Waiting> all = waiting.of(manager);
        return new HeldBack(
                all.stream().limit(MOST).map(each -> line(each, locale)).toList(), Math.max(0, all.size() - MOST));
    }

    private HeldBackLine line(Waiting each, Locale locale) {
        Booking booking = each.booking();
        Directory directory = directories.current();
        ZoneId zone = booking.schedule().zone();
        String rooms = booking.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .map(room -> room.name() + ", " + directory.siteOf(room).name())
                .collect(Collectors.joining(" + "));
        String start = booking.occupying()
                .findFirst()
                .map(date -> moment(date.time().start(), zone, locale))
                .orElse("");
        return new HeldBackLine(rooms, start, each.mails(), each.limit(), moment(each.until(), zone, locale));
    }

    private static String moment(Instant moment, ZoneId zone, Locale locale) {
        return PageWords.shortDay(moment.atZone(zone).toLocalDate(), locale) + ", " + PageWords.time(moment, zone);
    }
}
