package org.passerelle.booking.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.MutableClock;
import org.passerelle.account.Person;
import org.passerelle.booking.People;
import org.passerelle.booking.RoomBuilder;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/** Each rule of booking at its edges. */
class PolicyTests {

    private static final String WEDNESDAY = "2026-04-01T09:00";

    private static Proposal proposal(Person booker, int headcount, String now, Interval time, Room... rooms) {
        Content content = new Content("Comité", "", Visibility.ORGANISATION, headcount, List.of(), Optional.empty());
        List<Room> all = Arrays.asList(rooms);
        Room[] distinct = all.stream().distinct().toArray(Room[]::new);
        return new Proposal(
                booker,
                content,
                List.of(new Proposal.Date(time.start(), time, all)),
                Rooms.directory(distinct),
                Instant.parse(now));
    }

    private static Interval paris(String start, String length) {
        Instant from = LocalDateTime.parse(start).atZone(Rooms.PARIS).toInstant();
        return Interval.of(from, Duration.parse(length));
    }

    private static List<ReasonCode> judged(Proposal proposal) {
        return BookingPolicy.decide(proposal) instanceof BookingDecision.Refused refused
                ? refused.reasons().stream().map(Reason::code).distinct().toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:00, PT25H, ",
        "2026-10-25T00:00, PT25H5M, TOO_LONG",
        "2026-10-24T00:00, PT25H, TOO_LONG",
        "2026-03-29T00:00, PT23H, ",
        "2026-03-29T00:00, PT22H55M, TOO_SHORT",
        "2026-03-28T00:00, PT23H, TOO_SHORT",
    })
    void takesADayOnWhichClocksChangeForADay(String start, String length, @Nullable ReasonCode reason) {
        RoomBuilder wholeDays =
                aRoom("melun-jour", 23).open("24/7").lasting("P1D", "P1D").ahead("PT0S", "P10Y");

        assertThat(judged(wholeDays, paris(start, length))).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    private static List<ReasonCode> judged(RoomBuilder room, Interval time) {
        return judged(proposal(People.CAMILLE, 0, MutableClock.TODAY.toString(), time, room.build()));
    }

    private static RoomBuilder room() {
        return aRoom("melun-room", 1);
    }

    private static ReasonCode[] codes(@Nullable String code) {
        return code == null ? new ReasonCode[0] : new ReasonCode[] {ReasonCode.valueOf(code)};
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T08:00, PT1H,",
        "2026-04-01T07:59, PT1H, OUTSIDE_OPENING_HOURS",
        "2026-04-01T19:00, PT1H,",
        "2026-04-01T19:00, PT1H1S, OUTSIDE_OPENING_HOURS",
        "2026-04-01T08:00, PT12H,",
        "2026-04-04T09:00, PT1H, OUTSIDE_OPENING_HOURS",
    })
    void keepsToTheOpeningHoursToTheMinute(String start, String length, @Nullable String code) {
        assertThat(judged(room(), paris(start, length))).containsExactly(codes(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T14:00,",
        "2026-04-01T13:59, OUTSIDE_OPENING_HOURS",
        "2026-04-02T01:00,",
        "2026-04-02T01:01, OUTSIDE_OPENING_HOURS"
    })
    void readsTheOpeningHoursOnTheClockOfTheRoom(String startInParis, @Nullable String code) {
        assertThat(judged(room().at("montreal"), paris(startInParis, "PT1H"))).containsExactly(codes(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-07T22:00, PT2H,",
        "2026-05-07T22:00, PT2H1S, SITE_CLOSED",
        "2026-05-08T12:00, PT1H, SITE_CLOSED",
        "2026-05-08T23:59, PT5M, SITE_CLOSED",
        "2026-05-09T00:00, PT1H,",
    })
    void isClosedFromMidnightToMidnight(String start, String length, @Nullable String code) {
        assertThat(judged(room().open("24/7"), paris(start, length))).containsExactly(codes(code));
    }

    @ParameterizedTest
    @CsvSource({"PT29M59S, TOO_SHORT", "PT30M,", "PT2H,", "PT2H1S, TOO_LONG"})
    void lastsFromTheShortestToTheLongestInclusive(String length, @Nullable String code) {
        assertThat(judged(room().lasting("PT30M", "PT2H"), paris(WEDNESDAY, length)))
                .containsExactly(codes(code));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-25T11:59:59, TOO_SOON", "2026-03-25T12:00:00,", "2026-03-25T10:00:00, TOO_SOON"})
    void isToldAheadByTheNotice(String start, @Nullable String code) {
        assertThat(judged(room().ahead("PT2H", "P1Y"), paris(start, "PT1H"))).containsExactly(codes(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-25T09:03:00Z, 2026-03-25T10:00:00,",
        "2026-03-25T09:04:59Z, 2026-03-25T10:00:00,",
        "2026-03-25T09:05:00Z, 2026-03-25T10:00:00, IN_THE_PAST",
        "2026-03-25T09:03:00Z, 2026-03-25T09:59:59, IN_THE_PAST",
        "2026-03-25T09:03:00Z, 2024-02-29T10:00:00, IN_THE_PAST",
    })
    void beginsNoEarlierThanTheSlotThatIsRunning(String now, String start, @Nullable String code) {
        Proposal proposal = proposal(People.CAMILLE, 0, now, paris(start, "PT1H"), room().build());

        assertThat(judged(proposal)).containsExactly(codes(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-31T08:00:00Z, P6M, 2027-02-28T09:00, PT1H,",
        "2026-08-31T08:00:00Z, P6M, 2027-02-28T09:00, PT1H1S, TOO_FAR_AHEAD",
        "2026-08-31T08:00:00Z, P6M, 2027-03-01T08:00, PT1H, TOO_FAR_AHEAD",
        "2028-02-29T08:00:00Z, P1Y, 2029-02-28T08:00, PT1H,",
        "2026-03-25T09:00:00Z, P7D, 2026-04-01T09:00, PT1H,",
        "2026-03-25T09:00:00Z, P7D, 2026-04-01T09:05, PT1H, TOO_FAR_AHEAD",
    })
    void endsBeforeTheHorizonInTheCalendarOfTheSite(
            String now, String horizon, String start, String length, @Nullable String code) {
        Room room = room().open("24/7").ahead("PT0S", horizon).build();

        assertThat(judged(proposal(People.CAMILLE, 0, now, paris(start, length), room)))
                .containsExactly(codes(code));
    }

    @ParameterizedTest
    @CsvSource({"8,", "9, OVER_CAPACITY", "0,"})
    void seatsEverybodyInOneRoom(int people, @Nullable String code) {
        assertThat(judged(proposal(
                        People.CAMILLE,
                        people,
                        MutableClock.TODAY.toString(),
                        paris(WEDNESDAY, "PT1H"),
                        room().build())))
                .containsExactly(codes(code));
    }

    @ParameterizedTest
    @CsvSource({"20,", "21, OVER_CAPACITY"})
    void seatsEverybodyInAllRoomsTogetherAndNobodyOnEquipment(int people, @Nullable String code) {
        assertThat(judged(proposal(
                        People.CAMILLE,
                        people,
                        MutableClock.TODAY.toString(),
                        paris(WEDNESDAY, "PT1H"),
                        Rooms.SEINE,
                        Rooms.ALMONT,
                        Rooms.PROJECTORS)))
                .containsExactly(codes(code));
    }

    @Test
    void seatsNobodyWhereThereIsOnlyEquipment() {
        assertThat(judged(proposal(
                        People.CAMILLE, 50, MutableClock.TODAY.toString(), paris(WEDNESDAY, "PT1H"), Rooms.PROJECTORS)))
                .isEmpty();
    }

    @Test
    void keepsARoomForItsOrganisations() {
        Room club = room().onlyFor("grand-groupe").build();

        assertThat(judgedFor(People.CAMILLE, club)).containsExactly(ReasonCode.NOT_ALLOWED);
        assertThat(judgedFor(People.NADIA, club)).isEmpty();
        assertThat(judgedFor(People.MANAGER, club)).isEmpty();
        assertThat(judgedFor(People.ADMINISTRATOR, club)).isEmpty();
    }

    @Test
    void letsGuestsAskForWhatIsOpenToThemAndForNothingElse() {
        Room open = room().openToGuests().build();

        assertThat(judgedFor(People.GUEST, open)).isEmpty();
        assertThat(BookingRights.of(People.GUEST).mayHaveToAsk(open)).isTrue();
        assertThat(BookingRights.of(People.CAMILLE).mayHaveToAsk(open)).isFalse();
        assertThat(judgedFor(
                        People.GUEST,
                        room().onlyFor("grand-groupe").openToGuests().build()))
                .containsExactly(ReasonCode.NOT_ALLOWED);
    }

    @Test
    void letsGuestsBookNothing() {
        assertThat(judgedFor(People.GUEST, room().build())).containsExactly(ReasonCode.NOT_ALLOWED);
    }

    private static List<ReasonCode> judgedFor(Person booker, Room room) {
        return judged(proposal(booker, 0, MutableClock.TODAY.toString(), paris(WEDNESDAY, "PT1H"), room));
    }

    @Test
    void asksTheManagerUnlessTheManagerBooks() {
        Room council = room().needingApproval().build();
        String now = MutableClock.TODAY.toString();
        Interval time = paris(WEDNESDAY, "PT1H");

        assertThat(BookingPolicy.decide(proposal(People.CAMILLE, 0, now, time, council)))
                .isEqualTo(
                        new BookingDecision.NeedsApproval(List.of(Reason.of(ReasonCode.NEEDS_APPROVAL, council.id()))));
        assertThat(BookingPolicy.decide(proposal(People.MANAGER, 0, now, time, council)))
                .isEqualTo(new BookingDecision.Accepted());
        assertThat(BookingPolicy.decide(proposal(People.CAMILLE, 0, now, time, Rooms.SEINE)))
                .isEqualTo(new BookingDecision.Accepted());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-05T00:00, PT24H, OUTSIDE_OPENING_HOURS",
        "2026-05-08T00:00, PT24H, SITE_CLOSED",
        "2026-05-07T00:00, PT48H, SITE_CLOSED",
    })
    void saysFirstThatTheRoomIsShutAndThenThatItIsTooLong(String start, String length, ReasonCode first) {
        assertThat(judged(room().lasting("PT30M", "PT10H"), paris(start, length)))
                .startsWith(first)
                .endsWith(ReasonCode.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-10T00:00, PT24H, 2026-08-10, Summer",
        "2026-08-01T00:00, PT72H, 2026-08-03, Summer",
        "2026-08-14T00:00, PT72H, 2026-08-14, Summer",
        "2026-08-15T00:00, PT24H, 2026-08-15, Assumption",
        "2026-08-15T23:00, PT2H, 2026-08-15, Assumption",
    })
    void namesTheFirstDayOfADateOnWhichTheSiteIsShut(String start, String length, LocalDate day, String reason) {
        Closure assumption = new Closure(LocalDate.of(2026, 8, 15), LocalDate.of(2026, 8, 15), "Assumption");
        Closure summer = new Closure(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 14), "Summer");

        assertThat(ClosedDay.within(
                        paris(start, length), Rooms.SEINE, Rooms.site("melun", Rooms.PARIS, assumption, summer)))
                .contains(new ClosedDay(day, reason));
    }

    @Test
    void tellsTheDayOnWhichTheSiteIsShutWhereTheDateBeganBefore() {
        BookingDecision decision = BookingPolicy.decide(proposal(
                People.CAMILLE,
                0,
                MutableClock.TODAY.toString(),
                paris("2026-05-07T00:00", "PT48H"),
                room().open("24/7").lasting("P1D", "P3D").build()));

        assertThat(((BookingDecision.Refused) decision).reasons())
                .extracting(Reason::details)
                .containsExactly(List.of("Victoire 1945", "2026-05-08"));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(judged(room().lasting("PT2H", "PT3H"), paris("2026-05-08T07:00", "PT1H")))
                .containsExactlyInAnyOrder(
                        ReasonCode.TOO_SHORT, ReasonCode.SITE_CLOSED, ReasonCode.OUTSIDE_OPENING_HOURS);
    }
}
