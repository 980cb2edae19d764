package org.passerelle.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.ALMONT;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.LOUIS;
import static org.passerelle.calendar.CalendarBookings.MANAGER;
import static org.passerelle.calendar.CalendarBookings.NADIA;
import static org.passerelle.calendar.CalendarBookings.SEINE;
import static org.passerelle.calendar.CalendarBookings.TODAY;
import static org.passerelle.calendar.CalendarBookings.VISIO;
import static org.passerelle.calendar.CalendarBookings.by;
import static org.passerelle.calendar.CalendarBookings.content;
import static org.passerelle.calendar.CalendarBookings.numbered;
import static org.passerelle.calendar.CalendarBookings.occurrence;
import static org.passerelle.calendar.CalendarBookings.single;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.directory.RoomId;

class FeedsTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Booking MEETING = single("Europe/Paris", "2026-04-01T09:00", HOUR);
    private static final Booking ELSEWHERE = in(VISIO, numbered(single("Europe/Paris", "2026-04-02T14:00", HOUR), 2));

    private final FeedsOnPaper network = new FeedsOnPaper();
    private final Feeds feeds = network.feeds();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void tellsTitlesAndNotesInFullToColleagues() {
        network.store(MEETING);

        assertThat(network.text(room(LOUIS, FeedDetail.FULL)))
                .contains("SUMMARY:Comité de pilotage", "DESCRIPTION:Ordre du jour", "LOCATION:Salle Seine (Melun)")
                .doesNotContain("kim@example.org", "ATTENDEE", "ORGANIZER", "camille");
    }

    @Test
    void tellsTitlesWithoutNotesWhenMasked() {
        network.store(MEETING);

        assertThat(network.text(room(LOUIS, FeedDetail.MASKED)))
                .contains("SUMMARY:Comité de pilotage")
                .doesNotContain("Ordre du jour", "kim@example.org");
    }

    @Test
    void masksWhatIsPublicButNotOfTheOwnOrganisation() {
        network.store(MEETING.withContent(content("Portes ouvertes", "", Visibility.PUBLIC)));

        assertThat(network.text(room(NADIA, FeedDetail.MASKED))).doesNotContain("Portes ouvertes");
        assertThat(network.text(room(NADIA, FeedDetail.FULL))).contains("Portes ouvertes");
    }

    @Test
    void tellsNobodysTitleWhenBusy() {
        network.store(MEETING);

        assertThat(network.text(room(CAMILLE, FeedDetail.BUSY)))
                .contains("SUMMARY:Busy")
                .doesNotContain("pilotage", "jour");
    }

    @Test
    void tellsStrangersNothingWhateverTheDetail() {
        network.store(MEETING);

        assertThat(network.text(room(NADIA, FeedDetail.FULL)))
                .contains("SUMMARY:Busy", "DTSTART;TZID=Europe/Paris:20260401T090000")
                .doesNotContain("pilotage", "jour", "LOCATION", "camille", "kim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "$ne"})
    void knowsNoOtherAddress(String token) {
        room(CAMILLE, FeedDetail.FULL);

        assertThat(network.bean(PublishedFeeds.class).fetch(token, false)).isEmpty();
    }

    @Test
    void showsACombinedRoomTakenByItsPart() {
        network.store(MEETING);

        String salon = network.text(network.feed(NADIA, FeedScope.ROOM, "melun-grand-salon", FeedDetail.FULL));
        String almont = network.text(network.feed(NADIA, FeedScope.ROOM, ALMONT.value(), FeedDetail.FULL));

        assertThat(salon).contains("BEGIN:VEVENT");
        assertThat(almont).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void showsASiteOrAnOperatorWithAllTheirRooms() {
        network.store(MEETING, ELSEWHERE);

        String melun = network.text(network.feed(LOUIS, FeedScope.SITE, "melun", FeedDetail.FULL));
        String senart = network.text(network.feed(LOUIS, FeedScope.SITE, "senart", FeedDetail.FULL));
        String ville = network.text(network.feed(LOUIS, FeedScope.OPERATOR, "ville", FeedDetail.FULL));

        assertThat(melun).contains("X-WR-CALNAME:Melun", "20260401T090000").doesNotContain("20260402T140000");
        assertThat(senart).contains("X-WR-CALNAME:Sénart", "20260402T140000").doesNotContain("20260401T090000");
        assertThat(ville).contains("X-WR-CALNAME:Ville de Melun", "20260401T090000", "20260402T140000");
    }

    @Test
    void tellsManagersTheTitlesOfTheirOwnSitesOnly() {
        network.store(MEETING, ELSEWHERE.withContent(content("Conseil", "", Visibility.ORGANISATION)));

        String ville = network.text(network.feed(MANAGER, FeedScope.OPERATOR, "ville", FeedDetail.FULL));

        assertThat(ville).contains("Comité de pilotage", "20260402T140000").doesNotContain("Conseil");
    }

    @Test
    void showsAnOrganisationAndAPersonWhateverTheyBookedAnywhere() {
        Booking ofLouis = numbered(by(LOUIS, single("Europe/Paris", "2026-04-03T10:00", HOUR)), 3);
        Booking ofNadia = numbered(by(NADIA, single("Europe/Paris", "2026-04-06T10:00", HOUR)), 4);
        network.store(MEETING, ELSEWHERE, ofLouis, ofNadia);

        String firm = network.text(network.feed(LOUIS, FeedScope.ORGANISATION, "atelier-brie", FeedDetail.FULL));
        String camille = network.text(
                network.feed(CAMILLE, FeedScope.PERSON, CAMILLE.email().value(), FeedDetail.FULL));

        assertThat(firm)
                .contains("X-WR-CALNAME:Atelier Brie", "20260401T090000", "20260402T140000", "20260403T100000")
                .doesNotContain("20260406T100000");
        assertThat(camille)
                .contains("X-WR-CALNAME:Camille Dupont", "20260401T090000", "20260402T140000")
                .doesNotContain("20260403T100000", "20260406T100000");
    }

    @Test
    void followsWhatPeopleBookAfterTheirFeedIsMade() {
        String token = network.feed(CAMILLE, FeedScope.PERSON, CAMILLE.email().value(), FeedDetail.FULL);
        assertThat(network.text(token)).doesNotContain("BEGIN:VEVENT");

        network.store(MEETING);
        assertThat(network.text(token)).contains("20260401T090000");

        network.store(by(LOUIS, MEETING));
        assertThat(network.text(token)).doesNotContain("BEGIN:VEVENT");
    }

    @ParameterizedTest
    @CsvSource({
        "ORGANISATION, grand-groupe, NOT_YOURS",
        "ORGANISATION, no-such-firm, NOT_YOURS",
        "PERSON, louis@atelier-brie.example, NOT_YOURS",
        "PERSON, nobody, NOT_YOURS",
        "ROOM, no-such-room, UNKNOWN",
        "ROOM, No Room, UNKNOWN",
        "SITE, lyon, UNKNOWN",
        "OPERATOR, ../ville, UNKNOWN"
    })
    void makesNoFeedOfWhatIsNotTheOwnersOrDoesNotExist(FeedScope scope, String of, FeedRefusal why) {
        FeedResult result = feeds.make(CAMILLE, new FeedSubject(scope, of), FeedDetail.BUSY, Locale.ENGLISH);

        assertThat(result).isEqualTo(new FeedResult.Refused(why));
    }

    @Test
    void knowsAPersonInCapitalsToo() {
        assertThat(network.feed(CAMILLE, FeedScope.PERSON, "Camille@Atelier-Brie.example", FeedDetail.BUSY))
                .isNotEmpty();
    }

    @Test
    void isUnknownOnceItsOwnerBelongsToAnotherOrganisation() {
        String token = network.feed(LOUIS, FeedScope.ORGANISATION, "atelier-brie", FeedDetail.FULL);
        assertThat(network.bean(PublishedFeeds.class).fetch(token, false)).isPresent();

        network.replacePerson(
                new Person(LOUIS.id(), LOUIS.email(), LOUIS.name(), LOUIS.role(), NADIA.organisation(), LOUIS.sites()));
        network.store(MEETING);

        assertThat(network.bean(PublishedFeeds.class).fetch(token, false)).isEmpty();
    }

    @Test
    void leavesOutWhatIsCalledOffLapsedOrOutsideOfItsWindow() {
        Booking lapsing =
                MEETING.withStatus(Status.fresh(BookingState.HELD, Optional.of(TODAY.plusSeconds(600)), TODAY));
        network.store(lapsing);
        String feed = room(CAMILLE, FeedDetail.FULL);
        assertThat(network.text(feed)).contains("STATUS:TENTATIVE");

        network.pass(Duration.ofMinutes(10));
        assertThat(network.text(feed)).doesNotContain("VEVENT");

        network.store(MEETING.cancelled(TODAY));
        assertThat(network.text(feed)).doesNotContain("VEVENT");

        network.store(single("Europe/Paris", "2027-03-26T09:00", HOUR));
        assertThat(network.text(feed)).doesNotContain("VEVENT");

        network.store(single("Europe/Paris", "2026-02-20T09:00", HOUR));
        assertThat(network.text(feed)).doesNotContain("VEVENT");
    }

    @Test
    void movesItsWindowOnEveryDay() {
        network.store(single("Europe/Paris", "2027-03-26T09:00", HOUR));
        String feed = room(CAMILLE, FeedDetail.FULL);
        assertThat(network.text(feed)).doesNotContain("VEVENT");

        network.pass(Duration.ofDays(2));
        assertThat(network.text(feed)).contains("20270326T090000");

        network.pass(Duration.ofDays(500));
        assertThat(network.text(feed)).doesNotContain("VEVENT");
    }

    @Test
    void readsOnlyWhatHasChangedAgain() {
        network.store(MEETING, ELSEWHERE);
        String feed = room(CAMILLE, FeedDetail.FULL);
        network.fetch(feed);
        int before = network.reads();

        network.fetch(feed);
        network.store(ELSEWHERE);
        network.fetch(feed);
        assertThat(network.reads()).isEqualTo(before);

        network.store(MEETING.withContent(content("Nouveau titre", "", Visibility.ORGANISATION)));
        assertThat(network.text(feed)).contains("Nouveau titre");
        assertThat(network.reads()).isEqualTo(before + 1);
    }

    @Test
    void readsNothingOfOthersForSomebodysOwnFeed() {
        network.store(MEETING);
        String mine = network.feed(CAMILLE, FeedScope.PERSON, CAMILLE.email().value(), FeedDetail.FULL);
        String ours = network.feed(CAMILLE, FeedScope.ORGANISATION, "atelier-brie", FeedDetail.FULL);
        network.fetch(mine);
        network.fetch(ours);
        int before = network.reads();

        network.store(by(NADIA, ELSEWHERE));
        network.fetch(mine);
        network.fetch(ours);
        assertThat(network.reads()).isEqualTo(before);

        network.store(by(LOUIS, numbered(ELSEWHERE, 3)));
        network.fetch(mine);
        assertThat(network.reads()).isEqualTo(before);
        assertThat(network.text(ours)).contains("20260402T140000");
        assertThat(network.reads()).isEqualTo(before + 1);
    }

    @Test
    void losesABookingThatIsHandedToSomebodyElse() {
        network.store(MEETING);
        String feed = network.feed(CAMILLE, FeedScope.PERSON, CAMILLE.email().value(), FeedDetail.FULL);
        assertThat(network.text(feed)).contains("BEGIN:VEVENT");

        network.store(by(NADIA, MEETING));

        assertThat(network.text(feed)).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void losesABookingThatIsCalledOffWhileItIsBeingRead() {
        String feed = room(CAMILLE, FeedDetail.FULL);
        network.fetch(feed);
        network.store(MEETING);
        network.afterNextRead(() -> network.store(MEETING.cancelled(TODAY)));
        network.fetch(feed);

        assertThat(network.text(feed)).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void losesABookingThatMovesToAnotherRoom() {
        network.store(MEETING);
        String feed = room(CAMILLE, FeedDetail.FULL);
        assertThat(network.text(feed)).contains("BEGIN:VEVENT");

        network.store(in(VISIO, MEETING));

        assertThat(network.text(feed)).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void keepsItsTagAndItsBytesWhileNothingChanges() {
        network.store(MEETING);
        String feed = room(CAMILLE, FeedDetail.FULL);
        PublishedCalendar before = network.fetch(feed);

        network.pass(Duration.ofHours(2));
        network.store(MEETING);
        PublishedCalendar after = network.fetch(feed);

        assertThat(after).isNotSameAs(before);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.etag()).isEqualTo(before.etag()).startsWith("\"").endsWith("\"");
        assertThat(after.lastModified()).isEqualTo(before.lastModified());
    }

    @Test
    void keepsItsTagWhenOnlyWhatTheReaderMayNotSeeHasChanged() {
        network.store(MEETING);
        String feed = room(NADIA, FeedDetail.FULL);
        PublishedCalendar before = network.fetch(feed);

        network.pass(HOUR);
        Booking renamed = MEETING.withContent(content("Nouveau titre", "", Visibility.ORGANISATION));
        network.store(renamed.withStatus(renamed.status().edited(TODAY.plus(HOUR))));
        PublishedCalendar after = network.fetch(feed);

        assertThat(after.body()).isNotEqualTo(before.body());
        assertThat(after.etag()).isEqualTo(before.etag());
        assertThat(after.lastModified()).isEqualTo(before.lastModified());
    }

    @Test
    void getsAnotherTagAndALaterDateWhenABookingIsCalledOff() {
        network.store(MEETING);
        String feed = room(CAMILLE, FeedDetail.FULL);
        PublishedCalendar before = network.fetch(feed);

        network.store(MEETING.cancelled(TODAY));
        PublishedCalendar after = network.fetch(feed);

        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(after.lastModified()).isAfter(before.lastModified());
    }

    @Test
    void countsFetchesAndListsTheFeedWithoutItsAddress() {
        FeedResult.Issued issued = network.issued(CAMILLE, FeedScope.SITE, "melun", FeedDetail.MASKED, Locale.ENGLISH);
        network.pass(HOUR);
        network.fetch(issued.token());
        network.fetch(issued.token());

        assertThat(feeds.of(CAMILLE.id()))
                .containsExactly(new Feed(
                        issued.id(),
                        FeedScope.SITE,
                        "melun",
                        FeedDetail.MASKED,
                        TODAY,
                        Optional.of(TODAY.plus(HOUR)),
                        2));
        assertThat(feeds.of(LOUIS.id())).isEmpty();
    }

    @Test
    void storesNoTokenThatWouldOpenAnything() {
        FeedResult.Issued issued =
                network.issued(CAMILLE, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL, Locale.ENGLISH);

        assertThat(issued.token()).matches(Pattern.compile("[A-Za-z0-9_-]{43}"));
        assertThat(network.storedFeeds()).contains(issued.id()).doesNotContain(issued.token());
    }

    @Test
    void closesTheAddressOfARevokedFeedAtOnce() {
        FeedResult.Issued issued =
                network.issued(CAMILLE, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL, Locale.ENGLISH);
        network.fetch(issued.token());

        assertThat(feeds.revoke(LOUIS.id(), issued.id())).isFalse();
        assertThat(network.text(issued.token())).isNotEmpty();
        assertThat(feeds.revoke(CAMILLE.id(), issued.id())).isTrue();
        assertThat(network.bean(PublishedFeeds.class).fetch(issued.token(), false))
                .isEmpty();
        assertThat(feeds.revoke(CAMILLE.id(), issued.id())).isFalse();
    }

    @Test
    void givesAFeedAnotherAddressThatSaysTheSame() {
        network.store(MEETING);
        FeedResult.Issued first =
                network.issued(CAMILLE, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL, Locale.FRENCH);
        byte[] before = network.fetch(first.token()).body();

        assertThat(feeds.rotate(LOUIS.id(), first.id())).isEmpty();
        FeedResult.Issued second = feeds.rotate(CAMILLE.id(), first.id()).orElseThrow();

        assertThat(network.bean(PublishedFeeds.class).fetch(first.token(), false))
                .isEmpty();
        assertThat(network.fetch(second.token()).body()).isEqualTo(before);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(feeds.of(CAMILLE.id())).singleElement().satisfies(feed -> {
            assertThat(feed.id()).isEqualTo(first.id());
            assertThat(feed.fetches()).isEqualTo(1);
        });
    }

    private String room(Person owner, FeedDetail detail) {
        return network.feed(owner, FeedScope.ROOM, SEINE.value(), detail);
    }

    private static Booking in(RoomId room, Booking booking) {
        List<Instant> starts =
                booking.occupying().map(date -> date.time().start()).toList();
        return booking.withOccurrences(starts.stream()
                .map(start -> occurrence(start, start, booking.schedule().duration(), room))
                .toList());
    }
}
