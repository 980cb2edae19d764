package org.passerelle.availability.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.booking.Rooms.ALMONT;
import static org.passerelle.booking.Rooms.GRAND_SALON;
import static org.passerelle.booking.Rooms.LINE_OF_MELUN;
import static org.passerelle.booking.Rooms.LOFT;
import static org.passerelle.booking.Rooms.PROJECTORS;
import static org.passerelle.booking.Rooms.SEINE;
import static org.passerelle.booking.Rooms.STUDIO;
import static org.passerelle.booking.Rooms.SUITE;
import static org.passerelle.booking.Rooms.SUITE_OF_MELUN;
import static org.passerelle.booking.Rooms.VISIO;
import static org.passerelle.booking.Rooms.aRoom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.availability.Held;
import org.passerelle.availability.MeetingTimeFinder;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.availability.query.MeetingTimes.Found;
import org.passerelle.availability.query.MeetingTimes.NoCommonSlot;
import org.passerelle.availability.query.MeetingTimes.Relaxation;
import org.passerelle.availability.query.NaiveFreeTimes;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

class MeetingTimeFinderTests {

    private final List<Held> held = new ArrayList<>();

    private void take(Room room, String from, String to) {
        var time = Interval.of(Instant.parse(from), Instant.parse(to));
        room.numbers().forEach(number -> held.add(new Held(number, time)));
    }

    private MeetingTimes plan(MeetingTimeQuestions question, Room... rooms) {
        Directory directory = Rooms.directory(rooms);
        return new MeetingTimeFinder(new NaiveFreeTimes(directory, held), () -> directory, new MutableClock())
                .plan(question.query());
    }

    private List<CommonSlot> slots(MeetingTimeQuestions question, Room... rooms) {
        MeetingTimes plan = plan(question, rooms);
        assertThat(plan).isInstanceOf(Found.class);
        return ((Found) plan).slots();
    }

    private List<String> starts(MeetingTimeQuestions question, Room... rooms) {
        return slots(question, rooms).stream()
                .map(slot -> slot.time().start().toString())
                .toList();
    }

    private NoCommonSlot none(MeetingTimeQuestions question, Room... rooms) {
        MeetingTimes plan = plan(question, rooms);
        assertThat(plan).isInstanceOf(NoCommonSlot.class);
        return (NoCommonSlot) plan;
    }

    @Test
    void meetsOnNoDayOnWhichAQuotaLeavesTooLittle() {
        Directory directory = Rooms.directory(SEINE, ALMONT);
        Interval tuesday = Interval.of(Instant.parse("2026-04-06T22:00:00Z"), Instant.parse("2026-04-07T22:00:00Z"));
        QuotaGuide guide = new QuotaGuide() {

            @Override
            public Map<RoomId, Reason> usedUp(QuotaQuestion question) {
                return Map.of(ALMONT.id(), Reason.of(ReasonCode.QUOTA_EXCEEDED, ALMONT.id(), "PERSON.OPEN", "1", "0"));
            }

            @Override
            public Map<RoomId, List<Interval>> usedUpDays(QuotaQuestion question, Interval window, Duration length) {
                return Map.of(SEINE.id(), List.of(tuesday));
            }
        };
        var finder = new MeetingTimeFinder(
                new NaiveFreeTimes(directory, List.of()), () -> directory, guide, new MutableClock());

        MeetingTimes plan = finder.plan(MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-09T00:00:00Z")
                .at("melun", 4)
                .limit(1)
                .query());

        assertThat(((Found) plan).slots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.time().start()).isEqualTo("2026-04-08T06:00:00Z"));
    }

    @Test
    void meetsInTheHoursThatParisAndMontrealShare() {
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .at("montreal", 4)
                .within("09:00", "18:00")
                .limit(100);

        List<String> starts = starts(question, STUDIO, LOFT);

        assertThat(starts).first().isEqualTo("2026-04-07T13:00:00Z");
        assertThat(starts).last().isEqualTo("2026-04-07T15:00:00Z");
        assertThat(starts).hasSize(9);
    }

    @Test
    void meetsAnHourEarlierWhileOnlyOneSideHasChangedItsClocks() {
        // Montréal is on summer time since 8 March, Paris from 29 March on: five hours apart until then, and six after
        // it.
        var question = MeetingTimeQuestions.between("2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z")
                .at("melun", 4)
                .at("montreal", 4)
                .within("09:00", "18:00")
                .inStepsOf("PT4H")
                .limit(100);

        var weekend = starts(question, STUDIO, LOFT);

        assertThat(weekend).containsExactly("2026-03-27T16:00:00Z", "2026-03-28T16:00:00Z");
    }

    @Test
    void keepsAWeeklyConferenceWithinTheHoursOfBothSidesOnEveryDate() {
        // At 14:00 in Paris it is 09:00 in Montréal on Friday 27 March, and 08:00 a week later.
        var question = MeetingTimeQuestions.between("2026-03-27T00:00:00Z", "2026-03-28T00:00:00Z")
                .at("melun", 4)
                .at("montreal", 4)
                .within("09:00", "18:00")
                .every("FREQ=WEEKLY;COUNT=3");

        List<String> starts = starts(question, STUDIO, LOFT);

        assertThat(starts).first().isEqualTo("2026-03-27T14:00:00Z");
        assertThat(starts).last().isEqualTo("2026-03-27T16:00:00Z");
    }

    @Test
    void meetsRightAfterAndRightBeforeABooking() {
        take(SEINE, "2026-04-07T08:00:00Z", "2026-04-07T11:05:00Z");
        take(SEINE, "2026-04-07T12:05:00Z", "2026-04-07T18:00:00Z");
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4);

        List<CommonSlot> slots = slots(question, SEINE);

        assertThat(slots)
                .extracting(CommonSlot::time)
                .containsExactly(
                        Interval.of(Instant.parse("2026-04-07T06:00:00Z"), Instant.parse("2026-04-07T07:00:00Z")),
                        Interval.of(Instant.parse("2026-04-07T06:15:00Z"), Instant.parse("2026-04-07T07:15:00Z")),
                        Interval.of(Instant.parse("2026-04-07T06:30:00Z"), Instant.parse("2026-04-07T07:30:00Z")),
                        Interval.of(Instant.parse("2026-04-07T06:45:00Z"), Instant.parse("2026-04-07T07:45:00Z")),
                        Interval.of(Instant.parse("2026-04-07T07:00:00Z"), Instant.parse("2026-04-07T08:00:00Z")),
                        Interval.of(Instant.parse("2026-04-07T11:05:00Z"), Instant.parse("2026-04-07T12:05:00Z")));
    }

    @Test
    void passesOverAHolidayAtOneOfTheSites() {
        var question = MeetingTimeQuestions.between("2026-05-07T22:00:00Z", "2026-05-12T00:00:00Z")
                .at("melun", 4)
                .at("montreal", 4)
                .limit(1);

        assertThat(starts(question, SEINE, SUITE)).containsExactly("2026-05-11T12:00:00Z");
    }

    @Test
    void startsAtTheFirstSlotWhenARoomOpensOffTheGrid() {
        Room odd = aRoom("melun-odd", 1).open("Mo-Fr 08:02-10:14").build();
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .lasting("PT2H9M");

        assertThat(starts(question, odd)).containsExactly("2026-04-07T06:05:00Z");
    }

    @Test
    void leavesTimeToPrepareTheRoom() {
        Room hall = aRoom("melun-hall", 1).buffered("PT7M", "PT20M").build();
        take(hall, "2026-04-07T06:00:00Z", "2026-04-07T10:00:00Z");
        take(hall, "2026-04-07T11:45:00Z", "2026-04-07T18:00:00Z");
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4);

        assertThat(starts(question, hall)).containsExactly("2026-04-07T10:10:00Z", "2026-04-07T10:15:00Z");
    }

    @Test
    void givesEachPartyTheSmallestRoomThatSeatsIt() {
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 9)
                .at("melun", 3)
                .limit(1);

        List<CommonSlot> slots = slots(question, ALMONT, GRAND_SALON, SEINE);

        assertThat(slots.get(0).rooms()).containsExactly(ALMONT, SEINE);
    }

    @Test
    void neverGivesARoomBesideThePartitionThatIsOpen() {
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 18)
                .at("melun", 3);

        NoCommonSlot none = none(question, SEINE, ALMONT, GRAND_SALON);

        assertThat(none.binding()).containsExactly(0, 1);
        assertThat(none.roomless()).isEmpty();
    }

    @Test
    void countsTheUnitsThatPartiesCarryAway() {
        PROJECTORS.numbers().stream()
                .skip(1)
                .forEach(unit -> held.add(new Held(
                        unit,
                        Interval.of(Instant.parse("2026-04-07T06:00:00Z"), Instant.parse("2026-04-07T15:00:00Z")))));
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4, "projector")
                .at("melun", 4, "melun-projector")
                .limit(1);

        assertThat(starts(question, SEINE, ALMONT, PROJECTORS)).containsExactly("2026-04-07T15:00:00Z");
    }

    @Test
    void countsTheVideoLinesOfSitesThatAreLinked() {
        held.add(new Held(
                LINE_OF_MELUN.numbers().get(0),
                Interval.of(Instant.parse("2026-04-07T06:00:00Z"), Instant.parse("2026-04-07T15:00:00Z"))));
        var across = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .at("montreal", 4)
                .limit(1);
        var twiceAtOneSite = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .at("montreal", 4)
                .at("melun", 3)
                .limit(1);

        assertThat(starts(across, VISIO, SUITE)).containsExactly("2026-04-07T15:00:00Z");
        assertThat(plan(twiceAtOneSite, VISIO, SUITE_OF_MELUN, SUITE)).isInstanceOf(NoCommonSlot.class);
        assertThat(starts(twiceAtOneSite, VISIO, SEINE, SUITE)).containsExactly("2026-04-07T15:00:00Z");
    }

    @Test
    void keepsTheSameRoomOnAllDatesOfASeries() {
        take(SEINE, "2026-04-14T06:00:00Z", "2026-04-14T18:00:00Z");
        take(ALMONT, "2026-04-07T06:00:00Z", "2026-04-07T12:00:00Z");
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .every("FREQ=WEEKLY;COUNT=2")
                .limit(1);

        List<CommonSlot> slots = slots(question, SEINE, ALMONT);

        assertThat(slots.get(0).time().start()).isEqualTo("2026-04-07T12:00:00Z");
        assertThat(slots.get(0).rooms()).containsExactly(ALMONT);
    }

    @Test
    void likesAMorningBetterThanLunchAndTheEvening() {
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .bestFirst()
                .inStepsOf("PT1H")
                .limit(100);

        List<CommonSlot> slots = slots(question, SEINE);

        assertThat(slots).extracting(slot -> slot.time().start().toString()).startsWith("2026-04-07T07:00:00Z");
        assertThat(slots)
                .extracting(CommonSlot::score)
                .startsWith(100)
                .endsWith(40)
                .isSortedAccordingTo((a, b) -> b - a);
        assertThat(slots.get(0).score())
                .isGreaterThan(slots.get(slots.size() - 1).score());
    }

    @Test
    void namesThePartyWithoutWhichTheOthersCouldMeet() {
        take(SUITE, "2026-04-07T00:00:00Z", "2028-04-08T00:00:00Z");
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .at("montreal", 4);

        NoCommonSlot none = none(question, SEINE, SUITE);

        assertThat(none.binding()).containsExactly(1);
        assertThat(none.roomless()).isEmpty();
        assertThat(none.relaxation()).hasValueSatisfying(relaxation -> {
            assertThat(relaxation).isInstanceOf(Relaxation.Without.class);
            assertThat(relaxation.slot().rooms()).containsExactly(SEINE);
        });
    }

    @Test
    void namesThePartyWhoseSiteHasNoSuitableRoom() {
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .at("montreal", 40);

        NoCommonSlot none = none(question, SEINE, SUITE);

        assertThat(none.binding()).containsExactly(1);
        assertThat(none.roomless()).containsExactly(1);
    }

    @Test
    void proposesOtherHoursThenAShorterMeetingThenALaterDay() {
        var tooEarly = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .within("06:00", "08:00");
        take(SEINE, "2026-04-07T06:50:00Z", "2026-04-07T18:00:00Z");
        var tooLong = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4);
        var evenLonger = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .at("melun", 4)
                .lasting("PT2H");

        assertThat(none(tooEarly, ALMONT).relaxation())
                .hasValueSatisfying(any -> assertThat(any).isInstanceOf(Relaxation.AnyHour.class));
        assertThat(none(tooLong, SEINE).relaxation()).hasValueSatisfying(shorter -> {
            assertThat(shorter).isInstanceOf(Relaxation.Shorter.class);
            assertThat(shorter.slot().time().length()).hasMinutes(50);
        });
        assertThat(none(evenLonger, SEINE).relaxation()).hasValueSatisfying(later -> {
            assertThat(later).isInstanceOf(Relaxation.Later.class);
            assertThat(later.slot().time().start()).isEqualTo("2026-04-08T06:00:00Z");
        });
    }

    @Test
    void answersManyPartiesAtASmallSiteWithoutTryingForEver() {
        Room[] rooms = new Room[30];
        Arrays.setAll(rooms, i -> aRoom("melun-room" + i, i + 1).build());
        var question = MeetingTimeQuestions.between("2026-04-07T00:00:00Z", "2026-04-08T00:00:00Z")
                .limit(1);
        for (int i = 0; i < 31; i++) {
            question.at("melun", 4);
        }

        assertThat(none(question, rooms).binding()).hasSize(31);
    }
}
