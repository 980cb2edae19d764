package org.passerelle.roomagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Orders.anOrder;
import static org.passerelle.booking.Orders.at;
import static org.passerelle.booking.People.MANAGER;
import static org.passerelle.booking.People.NADIA;
import static org.passerelle.booking.Rooms.COUNCIL;
import static org.passerelle.booking.Rooms.FORUM;
import static org.passerelle.booking.Rooms.SEINE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Owner;
import org.passerelle.directory.MailRules;
import org.passerelle.directory.MailRules.Mode;
import org.passerelle.directory.MailRules.Outsiders;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomProfile;
import org.passerelle.invitation.offers.Offers;
import org.passerelle.invitation.offers.OpenedOffer;
import org.passerelle.invitation.offers.OpenedOffer.OfferState;
import org.passerelle.invitation.offers.TakingOffers;
import org.passerelle.invitation.offers.TakingOffers.OfferResult;
import org.passerelle.time.Interval;

/** What somebody without an account may book in one press. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferedInsteadTests {

    private static final Attendee KIM = new Attendee(new EmailAddress("kim@example.org"), "Kim");
    private static final Interval TEN = Interval.of(Instant.parse("2026-04-01T08:00:00Z"), Duration.ofHours(1));

    private AgentDesk desk;
    private TakingOffers taking;

    @BeforeAll
    void open(@TempDir Path folder) {
        desk = new AgentDesk(folder);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @BeforeEach
    void begin() {
        rules(Outsiders.DOMAINS);
    }

    private void rules(Outsiders outsiders) {
        MailRules rules =
                new MailRules(Mode.AUTOMATIC, outsiders, Set.of("example.org"), 8, 50, MailRules.Beyond.DECLINE);
        desk.directories = () -> Rooms.directory(with(SEINE, rules), with(FORUM, rules), COUNCIL);
        desk.begin();
        taking = desk.bean(TakingOffers.class);
    }

    private static Room with(Room room, MailRules rules) {
        RoomProfile before = room.profile();
        RoomProfile profile = new RoomProfile(
                before.name(), before.capacity(), before.equipment(), before.email(), before.endpoint(), true, rules);
        return new Room(room.id(), room.site(), room.kind(), profile, room.rules(), room.parts(), room.numbers());
    }

    private static NearMiss miss(Room room) {
        return new NearMiss(List.of(room), TEN, new NearMissChange.AnotherRoom());
    }

    /** The secret of an offer of the room, an hour after what was asked for. */
    private String offered(Room room) {
        return secret(desk.bean(Offers.class)
                .make(KIM, anOrder(SEINE), List.of(miss(room)), "cause")
                .orElseThrow()
                .getPath());
    }

    private static String secret(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private OpenedOffer opened(String secret) {
        return taking.open(secret).orElseThrow();
    }

    private OfferResult press(String secret) {
        return taking.take(secret, opened(secret).choices().get(0).key());
    }

    private List<Booking> ofKim() {
        return desk.desk.bookings.madeBy(
                new OutsiderId(KIM.email()), TEN.start().minus(Duration.ofDays(2)));
    }

    @Test
    void booksOnceInTheNameOfWhomItIsOfferedToAndInvitesThem() {
        String secret = offered(FORUM);

        assertThat(ofKim()).isEmpty();
        assertThat(press(secret)).isEqualTo(OfferResult.DONE);
        assertThat(taking.take(secret, "whatever")).isEqualTo(OfferResult.DONE);

        assertThat(opened(secret).state()).isEqualTo(OfferState.BOOKED);
        assertThat(opened(secret).choices()).isEmpty();
        assertThat(ofKim()).singleElement().satisfies(booking -> {
            assertThat(booking.owner()).isEqualTo(new Owner(new OutsiderId(KIM.email()), Optional.empty()));
            assertThat(booking.content().attendees()).containsExactly(KIM);
            assertThat(booking.occupying().map(date -> date.time())).containsExactly(TEN);
            assertThat(booking.state()).isEqualTo(BookingState.CONFIRMED);
        });
    }

    @Test
    void offersTheNextWhenSomebodyWasFaster() {
        String secret = offered(FORUM);
        String choice = opened(secret).choices().get(0).key();
        desk.desk.booked(NADIA, anOrder(FORUM), at("2026-04-01T10:00"));

        assertThat(taking.take(secret, choice)).isEqualTo(OfferResult.TAKEN_MEANWHILE);

        assertThat(ofKim()).isEmpty();
        assertThat(opened(secret).choices().get(0).key()).isNotEqualTo(choice);
        assertThat(press(secret)).isEqualTo(OfferResult.DONE);
        assertThat(ofKim()).hasSize(1);
    }

    @Test
    void asksAManagerWhereTheRoomsRulesDo() {
        rules(Outsiders.APPROVAL);
        String secret = offered(FORUM);

        assertThat(press(secret)).isEqualTo(OfferResult.DONE);

        assertThat(opened(secret).state()).isEqualTo(OfferState.WAITING);
        desk.desk.approving.approve(MANAGER, ofKim().get(0).id(), "");
        assertThat(opened(secret).state()).isEqualTo(OfferState.BOOKED);
    }

    @Test
    void booksNothingThatTheRulesForbidByThen() {
        String secret = offered(COUNCIL);
        NearMiss open = miss(desk.directories.current().room(SEINE.id()).orElseThrow());

        assertThat(press(secret)).isEqualTo(OfferResult.FORBIDDEN);

        assertThat(ofKim()).isEmpty();
        assertThat(desk.bean(Offers.class).admitted(KIM, List.of(miss(COUNCIL), open)))
                .containsExactly(open);
    }

    @Test
    void freesTheRoomOnceItIsGivenUpAndBooksNoOther() {
        String secret = offered(FORUM);
        String choice = opened(secret).choices().get(0).key();
        taking.take(secret, choice);

        taking.giveUp(secret);

        assertThat(opened(secret).state()).isEqualTo(OfferState.ENDED);
        assertThat(taking.take(secret, choice)).isEqualTo(OfferResult.TOO_LATE);
        assertThat(desk.desk
                        .booked(NADIA, anOrder(FORUM), at("2026-04-01T10:00"))
                        .isVoid())
                .isFalse();
    }

    @Test
    void isGoodForNothingAfterItsTime() {
        String secret = offered(FORUM);
        String choice = opened(secret).choices().get(0).key();
        desk.desk.clock.advance(Duration.ofDays(8));

        assertThat(taking.take(secret, choice)).isEqualTo(OfferResult.TOO_LATE);

        assertThat(opened(secret).state()).isEqualTo(OfferState.OVER);
        assertThat(ofKim()).isEmpty();
    }

    @Test
    void hasTheSameSecretForTheSameQuestionOnlyAndKnowsNoOther() {
        Offers offers = desk.bean(Offers.class);
        List<NearMiss> found = List.of(miss(FORUM));

        assertThat(offers.make(KIM, anOrder(SEINE), found, "cause"))
                .isEqualTo(offers.make(KIM, anOrder(SEINE), found, "cause"))
                .isNotEqualTo(offers.make(KIM, anOrder(SEINE), found, "other"));
        assertThat(taking.open("0".repeat(25))).isEmpty();
    }
}
