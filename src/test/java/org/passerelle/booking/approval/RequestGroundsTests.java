package org.passerelle.booking.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.passerelle.account.AccountsInMemory;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.Role;
import org.passerelle.booking.Orders;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.policy.RequestRights;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.permission.Bookers;
import org.passerelle.directory.permission.BookingPermissions;
import org.passerelle.time.Interval;

/** Why a request waits, and who so decides on it. */
class RequestGroundsTests {

    /** A Wednesday, seven days before the first date. */
    private static final Instant ASKED = Instant.parse("2026-03-25T10:00:00Z");

    private static final Room COUNCIL =
            aRoom("melun-council", 61).needingApproval().build();
    private static final Room FREE = aRoom("melun-free", 62).build();
    private static final Room SUITE =
            aRoom("montreal-suite", 63).at("montreal").needingApproval().build();
    private static final Room TRUSTING = aRoom("melun-trusting", 64)
            .permitting(new BookingPermissions(List.of(), Set.of(Bookers.EVERYONE)))
            .build();
    private static final Room GUESTS = aRoom("melun-guests", 65).openToGuests().build();
    private static final Directory DIRECTORY = Rooms.directory(COUNCIL, FREE, SUITE, TRUSTING, GUESTS);

    private static final Person OF_MELUN = manager("second@melun.example", "melun");
    private static final Person OF_MONTREAL = manager("manager@montreal.example", "montreal");

    private final RequestGrounds grounds = new RequestGrounds(People.accounts(), () -> DIRECTORY);

    private static Person manager(String email, String site) {
        return new Person(
                AccountsInMemory.id(email),
                new EmailAddress(email),
                "",
                Role.SITE_MANAGER,
                Optional.empty(),
                Set.of(new SiteId(site)));
    }

    private static Booking asked(PersonId organiser, List<String> starts, Room... rooms) {
        List<Occurrence> dates = starts.stream()
                .map(Instant::parse)
                .map(start -> Interval.of(start, start.plus(Duration.ofHours(1))))
                .map(time -> new Occurrence(
                        time.start(),
                        time,
                        Arrays.stream(rooms)
                                .map(room -> new Place(room.id(), room.numbers(), time))
                                .toList(),
                        List.of(),
                        OccurrenceState.PLANNED))
                .toList();
        return new Booking(
                new Identity(BookingId.random(), CalendarUid.random(), ""),
                new Owner(organiser, Optional.empty()),
                Orders.titled("Asked"),
                Orders.anOrder(rooms).schedule(),
                Orders.ids(rooms),
                new Booking.Dates(dates, List.of()),
                Status.fresh(BookingState.REQUESTED, Optional.empty(), ASKED));
    }

    private static Booking asked(Person organiser, Room... rooms) {
        return asked(organiser.id(), List.of("2026-04-01T08:00:00Z"), rooms);
    }

    private static boolean decides(Person person, Booking request, Function<PersonId, Optional<Person>> organisers) {
        return new RequestRights(person, DIRECTORY, organisers).mayDecide(request);
    }

    @Test
    void areTheRoomsThatAreBookedWithAgreement() {
        assertThat(grounds.of(asked(People.CAMILLE, COUNCIL, FREE, SUITE)))
                .containsExactly(
                        Reason.of(ReasonCode.NEEDS_APPROVAL, COUNCIL.id()),
                        Reason.of(ReasonCode.NEEDS_APPROVAL, SUITE.id()));
    }

    @Test
    void leaveOutTheRoomsThatWhoeverAskedManages() {
        assertThat(grounds.of(asked(People.MANAGER, COUNCIL, SUITE)))
                .containsExactly(Reason.of(ReasonCode.NEEDS_APPROVAL, SUITE.id()));
    }

    @Test
    void areTheRulesThatAreToBeWaivedTooAndThoseOfSeveralDatesAreToldOnce() {
        Booking late =
                asked(People.CAMILLE.id(), List.of("2026-04-01T19:00:00Z", "2026-04-02T19:00:00Z"), TRUSTING, COUNCIL);

        assertThat(grounds.of(late))
                .filteredOn(reason -> reason.room().equals(Optional.of(TRUSTING.id())))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo(ReasonCode.OUTSIDE_OPENING_HOURS);
                    assertThat(reason.recurrenceId()).isEmpty();
                });
        assertThat(grounds.of(asked(People.CAMILLE.id(), List.of("2026-04-01T19:00:00Z"), TRUSTING)))
                .singleElement()
                .satisfies(reason -> assertThat(reason.recurrenceId()).hasValue(Instant.parse("2026-04-01T19:00:00Z")));
    }

    @Test
    void ofGuestsAreThatTheyAreGuests() {
        PersonId kim = new OutsiderId(new EmailAddress("kim@example.org"));

        assertThat(grounds.of(asked(kim, List.of("2026-04-01T08:00:00Z"), GUESTS)))
                .containsExactly(Reason.of(ReasonCode.NEEDS_APPROVAL, GUESTS.id()));
    }

    @Test
    void areNoneOfWhatIsFirm() {
        Booking firm = asked(People.CAMILLE, COUNCIL);

        assertThat(grounds.of(firm.withStatus(Status.fresh(BookingState.CONFIRMED, Optional.empty(), ASKED))))
                .isEmpty();
    }

    @Test
    void managersDecideNeitherForThemselvesNorForColleaguesWhereOnlyAnotherSiteIsAsked() {
        Booking request = asked(People.MANAGER, COUNCIL, SUITE);
        Function<PersonId, Optional<Person>> organisers = People.accounts()::person;

        assertThat(decides(People.MANAGER, request, organisers)).isFalse();
        assertThat(decides(OF_MELUN, request, organisers)).isFalse();
        assertThat(decides(OF_MONTREAL, request, organisers)).isTrue();
        assertThat(decides(People.ADMINISTRATOR, request, organisers)).isTrue();
    }

    @Test
    void whoIsThereNoMoreIsTakenForAMember() {
        Booking request = asked(People.MANAGER, COUNCIL, SUITE);

        assertThat(decides(OF_MELUN, request, gone -> Optional.empty())).isTrue();
    }
}
