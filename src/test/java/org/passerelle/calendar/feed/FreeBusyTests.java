package org.passerelle.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.NADIA;
import static org.passerelle.calendar.CalendarBookings.TODAY;
import static org.passerelle.calendar.CalendarBookings.numbered;
import static org.passerelle.calendar.CalendarBookings.single;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Status;
import org.passerelle.calendar.StrictIcs;
import org.passerelle.calendar.StrictIcs.Component;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

class FreeBusyTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Interval FRIDAY =
            Interval.of(Instant.parse("2026-04-30T22:00:00Z"), Instant.parse("2026-05-01T22:00:00Z"));
    private static final Interval WEDNESDAY =
            Interval.of(Instant.parse("2026-03-31T22:00:00Z"), Instant.parse("2026-04-01T22:00:00Z"));

    private final FeedsOnPaper network = new FeedsOnPaper();
    private final FreeBusy freeBusy = network.bean(FreeBusy.class);

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void saysWhenTheRoomIsTakenTentativelyTakenAndShut() {
        network.store(
                numbered(single("Europe/Paris", "2026-04-01T09:00", HOUR), 1),
                numbered(single("Europe/Paris", "2026-04-01T10:00", HOUR), 2),
                numbered(single("Europe/Paris", "2026-04-01T19:30", HOUR), 3)
                        .withStatus(Status.fresh(BookingState.REQUESTED, Optional.empty(), TODAY)));

        assertThat(periods(WEDNESDAY))
                .containsExactly(
                        "BUSY-UNAVAILABLE 20260331T220000Z/20260401T060000Z",
                        "BUSY 20260401T070000Z/20260401T090000Z",
                        "BUSY-TENTATIVE 20260401T173000Z/20260401T183000Z",
                        "BUSY-UNAVAILABLE 20260401T183000Z/20260401T220000Z");
    }

    @Test
    void saysThatNothingCanBeHadOnAClosedDay() {
        assertThat(periods(FRIDAY)).containsExactly("BUSY-UNAVAILABLE 20260430T220000Z/20260501T220000Z");
    }

    @Test
    void isAPublishedComponentOfTheRoom() {
        Component calendar = StrictIcs.read(freeBusy.write(seine(), WEDNESDAY).body());

        Component component = calendar.parts("VFREEBUSY").get(0);
        assertThat(calendar.the("METHOD").value()).isEqualTo("PUBLISH");
        assertThat(component.the("ORGANIZER").value()).isEqualTo("mailto:melun-seine@rooms.it77.example");
        assertThat(component.the("DTSTART").value()).isEqualTo("20260331T220000Z");
        assertThat(component.the("DTEND").value()).isEqualTo("20260401T220000Z");
    }

    @Test
    void opensWithFeedsThatShowTheRoomAndWithNoOthers() {
        String site = network.feed(NADIA, FeedScope.SITE, "melun", FeedDetail.BUSY);
        String salon = network.feed(NADIA, FeedScope.ROOM, "melun-grand-salon", FeedDetail.BUSY);
        String almont = network.feed(NADIA, FeedScope.ROOM, "melun-almont", FeedDetail.BUSY);
        String person = network.feed(NADIA, FeedScope.PERSON, NADIA.email().value(), FeedDetail.FULL);

        assertThat(freeBusy.room(site, "melun-seine")).isPresent();
        assertThat(freeBusy.room(salon, "melun-seine")).isPresent();
        assertThat(freeBusy.room(almont, "melun-seine")).isEmpty();
        assertThat(freeBusy.room(almont, "melun-grand-salon")).isEmpty();
        assertThat(freeBusy.room(person, "melun-seine")).isEmpty();
        assertThat(freeBusy.room(site, "senart-visio")).isEmpty();
        assertThat(freeBusy.room(site, "No Room")).isEmpty();
        assertThat(freeBusy.room("nothing", "melun-seine")).isEmpty();
    }

    @Test
    void keepsItsTagFromMomentToMoment() {
        String before = freeBusy.write(seine(), WEDNESDAY).etag();
        network.pass(HOUR);

        assertThat(freeBusy.write(seine(), WEDNESDAY).etag()).isEqualTo(before);
    }

    private Room seine() {
        return freeBusy.room(network.feed(CAMILLE, FeedScope.SITE, "melun", FeedDetail.BUSY), "melun-seine")
                .orElseThrow();
    }

    private List<String> periods(Interval window) {
        return StrictIcs.read(freeBusy.write(seine(), window).body()).parts("VFREEBUSY").get(0).all("FREEBUSY").stream()
                .map(each -> each.parameters().get("FBTYPE") + " " + each.value())
                .toList();
    }
}
