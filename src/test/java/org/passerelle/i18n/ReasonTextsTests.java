package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomProfile;

class ReasonTextsTests {

    private static final Room BLUE = called(Rooms.SEINE, "Salle Bleue");
    private static final Directory DIRECTORY = Rooms.directory(BLUE);
    private static final Instant NINE = Instant.parse("2026-04-01T07:00:00Z");

    private final ReasonTexts texts = new ReasonTexts(() -> DIRECTORY);

    private static Room called(Room room, String name) {
        RoomProfile before = room.profile();
        RoomProfile profile = new RoomProfile(
                name, before.capacity(), before.equipment(), before.email(), before.joinMethods(), before.stepFree());
        return new Room(room.id(), room.site(), room.kind(), profile, room.rules(), room.parts(), room.numbers());
    }

    private static Stream<ReasonCode> codes() {
        return Stream.of(ReasonCode.values());
    }

    /** Every detail that a rule gives is there, so that nothing is missing but what is under test. */
    private static String[] details(ReasonCode code) {
        return switch (code) {
            case TOO_SOON, TOO_SHORT, TOO_LONG -> new String[] {"PT1H"};
            case TOO_FAR_AHEAD -> new String[] {"P6M"};
            case TOO_MANY_OCCURRENCES -> new String[] {"750", "2028-04-01"};
            case OVER_CAPACITY -> new String[] {"8"};
            case INVALID_TIME_ZONE -> new String[] {"Mars/Base"};
            case SITE_CLOSED -> new String[] {"Pâques", "2026-04-06"};
            case OUTSIDE_OPENING_HOURS -> new String[] {"Mo-Fr 08:00-20:00"};
            case QUOTA_EXCEEDED -> new String[] {"PT40H"};
            default -> new String[0];
        };
    }

    @ParameterizedTest
    @MethodSource("codes")
    void namesTheSiteWithTheRoom(ReasonCode code) {
        Reason reason = Reason.of(code, BLUE.id(), details(code)).on(NINE);
        String site = DIRECTORY.siteOf(BLUE).name();

        for (Locale locale : Languages.SPOKEN) {
            String told = texts.of(reason, locale);
            assertThat(told.contains(BLUE.name())).as(told).isEqualTo(told.contains("Salle Bleue (" + site + ")"));
        }
    }

    @Test
    void aQuotaOfEverybodyNamesTheRoomOrTheSiteWhoseItIs() {
        Reason ofTheSite = Reason.of(ReasonCode.QUOTA_EXCEEDED, new RoomId("melun-seine"), "SITE.OPEN", "9", "1");
        Reason ofTheRoom = Reason.of(ReasonCode.QUOTA_EXCEEDED, new RoomId("melun-seine"), "SITE.OPEN", "1", "0");

        assertThat(texts.of(ofTheSite, Locale.ENGLISH))
                .isEqualTo("The rooms of this site can have at most 9 open bookings, of everybody together.");
        assertThat(texts.of(ofTheRoom, Locale.ENGLISH))
                .isEqualTo(blue() + " can have at most one open booking, of everybody together.");
        assertThat(texts.of(ofTheSite, Locale.FRENCH))
                .isEqualTo("Tous usagers confondus, les salles de ce site admettent au plus 9 réservations à venir.");
    }

    @Test
    void saysWhenCheckInOpensOnTheDayThatIsNamedAlready() {
        Reason early = Reason.of(ReasonCode.TOO_SOON, BLUE.id(), "check-in", "2026-04-01T06:30:00Z")
                .on(NINE);

        assertThat(texts.of(early, Locale.ENGLISH))
                .isEqualTo("1 Apr 2026: Check-in to %s opens at 08:30.".formatted(blue()));
        assertThat(texts.of(early, Locale.FRENCH))
                .isEqualTo("1er avr. 2026\u202f: L’arrivée dans %s peut être signalée à partir de 08:30."
                        .formatted(blue()));
    }

    @Test
    void saysWhatHasNotBegunAndWhatLastsSoLongAlready() {
        Reason notBegun = Reason.of(ReasonCode.TOO_SOON, BLUE.id(), "end", NINE.toString());
        Reason longAlready = Reason.of(ReasonCode.TOO_SHORT, "extend", "PT1H");

        assertThat(texts.of(notBegun, Locale.ENGLISH)).contains("begins at 1 Apr 2026, 09:00");
        assertThat(texts.of(longAlready, Locale.ENGLISH)).contains("lasts 1 h already");
        assertThat(texts.of(longAlready, Locale.FRENCH)).contains("déjà de 1 h");
    }

    @Test
    void namesTheDayOnWhichTheSiteIsClosedAndNotTheOneOnWhichTheDateBegins() {
        Reason closed = Reason.of(ReasonCode.SITE_CLOSED, BLUE.id(), "Pâques", "2026-04-06")
                .on(Instant.parse("2026-04-04T22:00:00Z"));

        assertThat(texts.of(closed, Locale.ENGLISH)).startsWith("6 Apr 2026: ").contains("closed: Pâques");
        assertThat(texts.of(closed, Locale.FRENCH)).startsWith("6 avr. 2026\u202f: ");
    }

    @Test
    void leavesNoGapWhereNoRoomIsNamed() {
        for (Locale locale : Languages.SPOKEN) {
            assertThat(texts.of(Reason.of(ReasonCode.NOT_ALLOWED), locale))
                    .doesNotContain("  ")
                    .doesNotContain(" .");
        }
    }

    private static String blue() {
        return RoomNames.withSite(BLUE, DIRECTORY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERSON.DAY|0|One person may have at most 6 h of Salle Bleue (Melun) on one day.",
                "PERSON.WEEK|1|One person may have at most 6 h of the rooms of this site in one week.",
                "ORGANISATION.MONTH|2|Your organisation may have at most 6 h of all rooms in one month.",
                "ROOM.WEEK|0|Salle Bleue (Melun) can be booked for at most 6 h in one week, by everybody together.",
                "SITE.WEEK|1|The rooms of this site can be booked for at most 6 h in one week, by everybody together.",
                "SITE.DAY|0|Salle Bleue (Melun) can be booked for at most 6 h on one day, by everybody together.",
            })
    void saysHowManyHoursOfWhatOneMayHaveWhetherTheyAreUsedUpOrNot(String whose, String scope, String sentence) {
        Reason reason = Reason.of(ReasonCode.QUOTA_EXCEEDED, BLUE.id(), whose, "PT6H", scope);
        String site = DIRECTORY.siteOf(BLUE).name();

        assertThat(texts.of(reason, Locale.ENGLISH)).isEqualTo(sentence.replace("Melun", site));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSON", "ORGANISATION", "ROOM", "SITE"})
    void saysInFrenchForHowLongHoursAreCounted(String whose) {
        assertThat(texts.of(
                        Reason.of(ReasonCode.QUOTA_EXCEEDED, BLUE.id(), whose + ".DAY", "PT6H", "0"), Locale.FRENCH))
                .contains("Salle Bleue", "6 h")
                .endsWith(" par jour.");
        assertThat(texts.of(
                        Reason.of(ReasonCode.QUOTA_EXCEEDED, BLUE.id(), whose + ".MONTH", "PT6H", "0"), Locale.FRENCH))
                .contains("6 h")
                .endsWith(" par mois.");
    }
}
