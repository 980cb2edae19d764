package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.StoreCommands.Asked;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;

/** What the store is asked for because of a booking, by the whole program: by whoever books and by all that follows. */
class FollowersTests extends HttpTest {

    private static final RoomId PLAIN = new RoomId("melun-seine");
    private static final RoomId SUITE = new RoomId("melun-telepresence");
    private static final AtomicInteger BOOKED = new AtomicInteger();

    @Autowired
    private StoreCommands commands;

    @Autowired
    private BookingRooms rooms;

    @Autowired
    private ChangingBookings changing;

    @Autowired
    private CancellingBookings cancelling;

    @Autowired
    private Accounts accounts;

    private String me = "";

    @BeforeEach
    void listen() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-06T06:00:00Z")));
        me = Thread.currentThread().getName();
        commands.begin();
    }

    @AfterEach
    void listenNoMore() {
        commands.end();
    }

    private Person nadia() {
        return accounts.person(new EmailAddress(NADIA)).orElseThrow();
    }

    /** At a time of its own. */
    private Booking book(RoomId room, Attendee... invited) {
        LocalDateTime start = LocalDateTime.parse("2026-11-10T09:00").plusHours(BOOKED.getAndIncrement());
        Schedule schedule =
                new Schedule(start, ZoneId.of("Europe/Paris"), Duration.ofHours(1), Optional.empty(), Set.of());
        Content content = new Content("Followed", "", Visibility.ORGANISATION, 0, List.of(invited), Optional.empty());
        BookingResult result = rooms.book(
                nadia(),
                new BookingOrder(content, schedule, List.of(room), OnConflict.REJECT),
                Optional.empty(),
                RequestKey.once("followers"));
        assertThat(result).isInstanceOf(BookingResult.Done.class);
        return ((BookingResult.Done) result).booking();
    }

    private static BookingOrder renamed(BookingOrder order) {
        Content content = new Content("Followed still", "", Visibility.ORGANISATION, 0, List.of(), Optional.empty());
        return new BookingOrder(content, order.schedule(), order.rooms(), order.onConflict());
    }

    /** All commands about it but those that put it into the change log, which writes and reads no booking. */
    private List<Asked> naming(Booking booking) {
        return commands.naming(booking.id().root()).stream()
                .filter(each -> !each.collection().equals("changeLog"))
                .toList();
    }

    private boolean isAskedFor(String words, String thread) {
        return commands.naming(words).stream().anyMatch(each -> each.thread().equals(thread));
    }

    /** Books what does concern a codec and somebody invited; once these are looked after, so is whatever came before. */
    private void waitForWhatFollows() {
        Booking last = book(SUITE, new Attendee(new EmailAddress("kim@example.org"), ""));
        await().until(() -> isAskedFor(last.id().root(), "mail") && isAskedFor(SUITE.value(), "codecs"));
    }

    @Test
    void aBookingThatConcernsNobodyElseIsWrittenAndNeverRead() {
        Booking booking = book(PLAIN);

        waitForWhatFollows();

        assertThat(naming(booking)).singleElement().satisfies(asked -> {
            assertThat(asked.thread()).isEqualTo(me);
            assertThat(asked.name()).isEqualTo("insert");
        });
    }

    @Test
    void whatFollowsReadsNeitherAnEditNorACancellationThatConcernsNobodyElse() {
        Booking booking = book(PLAIN);

        changing.change(nadia(), booking.id(), Optional.empty(), FollowersTests::renamed);
        cancelling.cancel(nadia(), booking.id(), Optional.empty());
        waitForWhatFollows();

        assertThat(naming(booking))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.thread()).isEqualTo(me));
    }

    @Test
    void anInvitationCostsTheStoreNoMoreThanItsNotes() {
        Booking booking = book(PLAIN, new Attendee(new EmailAddress("sam@example.org"), ""));

        waitForWhatFollows();

        assertThat(naming(booking).stream().filter(asked -> asked.thread().equals("mail")))
                .extracting(Asked::name)
                .containsExactly("find", "find", "update", "find", "update");
    }

    @Test
    void aCodecIsToldOfWhatItsRoomHasInTheWeekAhead() {
        book(SUITE);

        await().until(() -> isAskedFor(SUITE.value(), "codecs"));
    }
}
