package org.passerelle.web.conference.join;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.link.JoinStatus;
import org.passerelle.web.conference.ending.EndingNotices;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Tells the organiser and the rooms on the page by which they entered that the conference ends soon. Their page looks again by itself, without
 * script; that of others does not, for they may be writing their name.
 */
@Component
class JoinEndingNotice {

    /** Pages look again at least so often, in case the meeting is moved. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final EndingNotices notices;
    private final ReadingBookings bookings;
    private final Accounts accounts;

    JoinEndingNotice(EndingNotices notices, ReadingBookings bookings, Accounts accounts) {
        this.notices = notices;
        this.bookings = bookings;
        this.accounts = accounts;
    }

    void tell(JoinStatus joinStatus, HttpServletResponse response, Locale locale, Model model) {
        if (!joinStatus.isOpen()) {
            return;
        }
        boolean isHost = host(joinStatus).isPresent();
        model.addAttribute("isHost", isHost);
        if (isHost || isRoom(joinStatus)) {
            VideoMeeting meeting = joinStatus.meeting().orElseThrow();
            notices.of(meeting, locale).ifPresent(notice -> model.addAttribute("ending", notice));
            long seconds = Math.min(notices.nextLook(meeting).toSeconds(), LONGEST_WAIT.toSeconds());
            if (model.getAttribute("ways") == null) {
                response.setHeader("Refresh", Long.toString(seconds));
            }
        }
    }

    /** The organiser of the conference before which they stand; empty for everybody else. */
    Optional<Person> host(JoinStatus joinStatus) {
        return joinStatus
                .who()
                .filter(who -> who.kind() == Joining.JoiningKind.PERSON)
                .flatMap(who -> joinStatus
                        .meeting()
                        .flatMap(meeting -> bookings.find(meeting.id().booking()))
                        .map(Booking::owner)
                        .flatMap(owner -> accounts.person(owner.organiser()))
                        .filter(organiser -> organiser.email().value().equals(who.name())));
    }

    private static boolean isRoom(JoinStatus joinStatus) {
        return joinStatus
                .who()
                .filter(who -> who.kind() == Joining.JoiningKind.ROOM)
                .isPresent();
    }
}
