package org.passerelle.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PersonEntry;
import org.passerelle.account.Role;
import org.passerelle.api.BookingBody;
import org.passerelle.directory.Directories;
import org.springframework.beans.factory.annotation.Autowired;

class RoomPageTests extends HttpTest {

    /** Ten past ten at Melun, on a Tuesday on which no other test meets. */
    private static final Instant TEN_PAST_TEN = Instant.parse("2027-09-14T08:10:00Z");

    private static final String SEINE = "/rooms/melun-seine";

    @Autowired
    private Directories directories;

    @Autowired
    private AccountRegister register;

    @BeforeEach
    void goOn() {
        clock.advance(Duration.between(clock.instant(), TEN_PAST_TEN));
    }

    private static String now(String page) {
        return page.replaceFirst("(?s).*?<p class=\"fact big now-([a-z]+)\">.*?<span>([^<]*)</span>.*", "$1: $2");
    }

    @Test
    void saysWhatARoomIsAndOffersItByOnePress() {
        TestClient camille = browserOf(CAMILLE);

        String page = camille.get(SEINE).body();

        assertThat(page).contains("<title>Salle Seine, Melun Val de Seine · Passerelle</title>");
        assertThat(page).contains("meeting room", "8 seats", "screen, whiteboard", "Step-free all the way");
        assertThat(page).contains("Part of", "/rooms/melun-grand-salon", "Quartier de la gare, 77000 Melun");
        assertThat(page).contains("href=\"geo:48.5274,2.6551\"", "Amsterdam (4", "class=\"pin marked\"");
        assertThat(page).contains("This room is booked for at least 5 min.", "/calendars?subject=ROOM:melun-seine");
        assertThat(page).contains("melun-seine@rooms.it77.example", "Book: now, until 11:15");
        assertThat(now(page)).startsWith("free: Free until");
    }

    @Test
    void tellsWhoHasItNextAsFarAsTheReaderMayKnow() {
        String title = "Fusion confidentielle";
        BookingBody.at("2027-09-14T10:30", "melun-almont").called(title).bookedBy(as(CAMILLE));

        String own = browserOf(CAMILLE).get("/rooms/melun-almont").body();
        String others = browserOf(NADIA).get("/rooms/melun-almont").body();
        String whole = browserOf(CAMILLE).get("/rooms/melun-grand-salon").body();

        assertThat(now(own)).isEqualTo("free: Free until 10:30");
        assertThat(own).contains(title, "10:30–11:30", "Book: now, until 10:30");
        assertThat(others).contains("10:30–11:30", "Busy").doesNotContain(title);
        assertThat(whole).contains(title, "Salle Almont");
        clock.advance(Duration.ofMinutes(25));
        assertThat(now(browserOf(NADIA).get("/rooms/melun-almont").body())).isEqualTo("taken: Taken until 11:30");
        assertThat(now(browserOf(NADIA).get("/rooms/melun-grand-salon").body())).isEqualTo("taken: Taken until 11:30");
    }

    /** Whom it is kept from is told that, and has nothing to press. */
    @Test
    void callsNothingFreeThatTheReaderCannotHave() {
        String email = "visitor@atelier-brie.example";
        register.put(
                new PersonEntry(new EmailAddress(email), "Visitor", Role.GUEST, Optional.of("atelier-brie"), Set.of()),
                Optional.of(PASSWORD));

        String page = browserOf(email).get(SEINE).body();

        assertThat(now(page)).startsWith("empty: Nobody is in it until");
        assertThat(page).contains("It is kept for others").doesNotContain("/today/book", "Another time");
    }

    @Test
    void saysWhenItOpensNext() {
        clock.advance(Duration.ofHours(12));

        assertThat(now(browserOf(CAMILLE).get(SEINE).body())).isEqualTo("closed: Closed, opens Wed 15 Sep, 08:00");
    }

    @Test
    void isThereForEveryRoomInBothLanguages() {
        TestClient camille = browserOf(CAMILLE);
        TestClient french = camille.with("Accept-Language", "fr");

        assertThat(directories.current().rooms()).hasSizeGreaterThan(40).allSatisfy(room -> {
            String path = "/rooms/" + room.id();
            assertThat(camille.get(path).statusCode()).as(path).isEqualTo(200);
        });
        assertThat(french.get(SEINE).body()).contains("Prochaines réservations", "Accessible de plain-pied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "Melun%20Seine", "..", "melun-seine%00"})
    void isNotThereForWhatIsNoRoom(String id) {
        assertThat(browserOf(CAMILLE).get("/rooms/" + id).statusCode()).isIn(400, 404);
    }
}
