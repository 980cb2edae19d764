package org.passerelle.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;

/** How calendar programs find their way in, and what keeps others out. */
class CalDavDoorsTests extends HttpTest {

    private static final XmlName PRINCIPAL = XmlName.dav("current-user-principal");

    private Dav camille() {
        return new Dav(as(CAMILLE));
    }

    @TestFactory
    Stream<DynamicTest> leadsFromTheHostToTheCalendarsWithoutSignIn() {
        return Stream.of("GET", "PROPFIND", "OPTIONS")
                .map(method -> DynamicTest.dynamicTest(method, () -> {
                    HttpResponse<String> answer = new Dav(anonymous()).send(method, "/.well-known/caldav", "");

                    assertThat(answer.statusCode()).isEqualTo(301);
                    assertThat(answer.headers().firstValue("Location")).hasValue("http://127.0.0.1:" + port + "/dav/");
                }));
    }

    @TestFactory
    Stream<DynamicTest> asksForAPasswordWhereverProgramsLook() {
        return Stream.of("/dav/", "/dav", "/", "/principals/", "/dav/calendars/x/", "/calendar/dav/x/user/")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    HttpResponse<String> answer = new Dav(anonymous()).send("PROPFIND", path, "");

                    assertThat(answer.statusCode()).isEqualTo(401);
                    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Passerelle\"");
                    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                }));
    }

    @Test
    void tellsWhoeverSignsInWhoTheyAreOnEveryPath() {
        String home = camille().home();

        for (String path : List.of("/dav/", "/", "/principals/", home, home + "bookings/")) {
            XmlNode response = Dav.responses(
                            camille().propfind(path, 0, "<D:current-user-principal/><D:resourcetype/>"))
                    .get(path);
            assertThat(Dav.property(response, PRINCIPAL).map(Dav::href))
                    .as(path)
                    .hasValueSatisfying(href -> assertThat(href)
                            .startsWith("/dav/principals/people/")
                            .endsWith("/")
                            .doesNotContain("@"));
        }
    }

    @Test
    void takesAnAddressAndATokenOfItsOwner() {
        String token = TestClient.json(as(CAMILLE).post("/api/v1/tokens", "{\"name\":\"phone\"}"))
                .get("token")
                .asString();

        assertThat(new Dav(anonymous().withBasic(CAMILLE, token))
                        .send("PROPFIND", "/dav/", "")
                        .statusCode())
                .isEqualTo(207);
        assertThat(new Dav(anonymous().withBasic(LOUIS, token))
                        .send("PROPFIND", "/dav/", "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Dav(anonymous().withBasic(CAMILLE, token + "x"))
                        .send("PROPFIND", "/dav/", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysWhatItOffersOnEveryResource() {
        String home = camille().home();

        for (String path : List.of("/dav/", home, home + "bookings/", home + "none.ics", "/dav/principals/")) {
            HttpResponse<String> answer = camille().send("OPTIONS", path, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("DAV").orElse(""))
                    .contains("calendar-access")
                    .contains("calendar-auto-schedule");
        }
    }

    @Test
    void asksEachPropertyOnceAndSaysWhichAreMissing() {
        String home = camille().home();
        String asked = "<D:displayname/><D:displayname/><x xmlns='urn:x'/><y xmlns=''/><D:getetag/>";

        XmlNode response =
                Dav.responses(camille().propfind(home + "bookings/", 0, asked)).get(home + "bookings/");

        assertThat(Dav.properties(response, "200"))
                .extracting(XmlNode::name)
                .containsExactly(XmlName.dav("displayname"));
        assertThat(Dav.properties(response, "404"))
                .extracting(XmlNode::name)
                .containsExactly(new XmlName("urn:x", "x"), new XmlName("", "y"), XmlName.dav("getetag"));
    }

    @TestFactory
    Stream<DynamicTest> leavesOutWhatIsMissingForWhoeverWantsLittle() {
        return Map.of("Prefer", "return=minimal", "Brief", "t").entrySet().stream()
                .map(wish -> DynamicTest.dynamicTest(wish.getKey(), () -> {
                    XmlNode answer = camille()
                            .with(wish.getKey(), wish.getValue())
                            .propfind("/dav/", 0, "<D:displayname/><D:getetag/>");

                    XmlNode response = Dav.responses(answer).get("/dav/");
                    assertThat(Dav.properties(response, "200")).hasSize(1);
                    assertThat(Dav.properties(response, "404")).isEmpty();
                }));
    }

    @Test
    void showsOneHomeWithOnesOwnBookingsFirst() {
        String home = camille().home();

        List<String> members = List.copyOf(
                Dav.responses(camille().propfind(home, 1, "<D:resourcetype/>")).keySet());

        assertThat(members).startsWith(home, home + "bookings/").endsWith(home + "inbox/", home + "outbox/");
    }

    @Test
    void givesTheOwnerEveryRightOnBookingsAndNoneToWriteOnARoom() {
        String home = camille().home();

        XmlNode own = privileges(home + "bookings/");
        XmlNode room = privileges(home + "melun-seine/");

        assertThat(own.children())
                .flatExtracting(XmlNode::names)
                .contains(XmlName.dav("write-content"), XmlName.dav("bind"));
        assertThat(room.children())
                .flatExtracting(XmlNode::names)
                .contains(XmlName.dav("read"))
                .noneMatch(
                        name -> name.local().startsWith("write") || name.local().endsWith("bind"));
    }

    private XmlNode privileges(String path) {
        XmlNode response = Dav.responses(camille().propfind(path, 0, "<D:current-user-privilege-set/>"))
                .get(path);
        return Dav.property(response, XmlName.dav("current-user-privilege-set")).orElseThrow();
    }

    @Test
    void hasNothingOfAnybodyElse() {
        String home = camille().home();

        Dav louis = new Dav(as(LOUIS));
        assertThat(louis.send("PROPFIND", home, "").statusCode()).isEqualTo(404);
        assertThat(louis.send("PROPFIND", home + "bookings/", "").statusCode()).isEqualTo(404);
        assertThat(louis.send("GET", home + "bookings/x.ics", "").statusCode()).isEqualTo(404);
        assertThat(louis.send("PUT", home + "bookings/x.ics", "BEGIN:VCALENDAR").statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsRoomsAsRoomsThatCanBeInvited() {
        String path = "/dav/principals/rooms/melun-seine/";

        XmlNode room = Dav.responses(camille()
                        .propfind(path, 0, "<C:calendar-user-type/><C:calendar-user-address-set/><D:resource-id/>"))
                .get(path);

        assertThat(Dav.property(room, XmlName.caldav("calendar-user-type"))
                        .orElseThrow()
                        .text())
                .isEqualTo("ROOM");
        String id = Dav.href(Dav.property(room, XmlName.dav("resource-id")).orElseThrow());
        assertThat(Dav.property(room, XmlName.caldav("calendar-user-address-set"))
                        .orElseThrow()
                        .children())
                .extracting(XmlNode::text)
                .contains("mailto:melun-seine@rooms.it77.example", id);
    }

    @Test
    void keepsColoursForWhoeverSetsThemAndNobodyElse() {
        String calendar = camille().home() + "melun-almont/";
        String body = Dav.body(
                "D:propertyupdate",
                "<D:set><D:prop><A:calendar-color>#FF2968</A:calendar-color><A:calendar-order>3</A:calendar-order></D:prop></D:set>");

        HttpResponse<String> answer = camille().send("PROPPATCH", calendar, body);

        assertThat(Dav.properties(Dav.responses(Dav.xml(answer)).get(calendar), "200"))
                .hasSize(2);
        assertThat(colour(camille(), calendar)).isEqualTo("#FF2968");
        String other = new Dav(as(LOUIS)).home() + "melun-almont/";
        assertThat(colour(new Dav(as(LOUIS)), other)).isEmpty();
        camille().send("PROPPATCH", calendar, body.replace("D:set>", "D:remove>"));
        assertThat(colour(camille(), calendar)).isEmpty();
    }

    private static String colour(Dav program, String calendar) {
        XmlNode response = Dav.responses(program.propfind(calendar, 0, "<A:calendar-color/>"))
                .get(calendar);
        return Dav.property(response, XmlName.apple("calendar-color"))
                .map(XmlNode::text)
                .orElse("");
    }

    @Test
    void changesAllOrNoneOfSomeProperties() {
        String calendar = camille().home() + "bookings/";
        String body = Dav.body(
                "D:propertyupdate",
                "<D:set><D:prop><A:calendar-order>7</A:calendar-order><CS:getctag>x</CS:getctag></D:prop></D:set>");

        XmlNode response = Dav.responses(Dav.xml(camille().send("PROPPATCH", calendar, body)))
                .get(calendar);

        assertThat(Dav.properties(response, "403"))
                .extracting(XmlNode::name)
                .containsExactly(XmlName.calendarServer("getctag"));
        assertThat(Dav.properties(response, "424"))
                .extracting(XmlNode::name)
                .containsExactly(XmlName.apple("calendar-order"));
    }

    @Test
    void takesNoMoreThanSoManyProperties() {
        String calendar = new Dav(as(NADIA)).home() + "bookings/";
        String some = IntStream.range(0, 51)
                .mapToObj(i -> "<x%d xmlns='urn:many'>1</x%d>".formatted(i, i))
                .reduce("", String::concat);

        HttpResponse<String> answer = new Dav(as(NADIA))
                .send(
                        "PROPPATCH",
                        calendar,
                        Dav.body("D:propertyupdate", "<D:set><D:prop>" + some + "</D:prop></D:set>"));

        assertThat(answer.statusCode()).isEqualTo(507);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNotForCalendars() {
        String home = camille().home();
        return Map.of(
                        "MKCALENDAR " + home + "new/", 403,
                        "MKCOL " + home + "new/", 403,
                        "MOVE " + home + "bookings/x.ics", 403,
                        "LOCK " + home + "bookings/", 405,
                        "PUT " + home + "bookings/", 405,
                        "DELETE " + home + "bookings/", 405,
                        "GET " + home, 405,
                        "REPORT " + home + "bookings/", 400,
                        "PUT " + home + "melun-seine/x.ics", 403,
                        "DELETE " + home + "melun-seine/x.ics", 403)
                .entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    String[] call = each.getKey().split(" ");
                    assertThat(camille().send(call[0], call[1], "").statusCode())
                            .isEqualTo(each.getValue());
                }));
    }

    @Test
    void looksNoDeeperThanOneStep() {
        HttpResponse<String> answer = camille().with("Depth", "infinity").send("PROPFIND", "/dav/", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Dav.xml(answer).first(XmlName.dav("propfind-finite-depth"))).isPresent();
    }

    @Test
    void refusesXmlThatReachesOutOrIsNone() {
        String entity =
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><D:propfind xmlns:D='DAV:'><D:prop>&e;</D:prop></D:propfind>";

        assertThat(camille().send("PROPFIND", "/dav/", entity).statusCode()).isEqualTo(400);
        assertThat(camille().send("PROPFIND", "/dav/", "<a><b></a>").statusCode())
                .isEqualTo(400);
        assertThat(camille().send("PROPFIND", "/dav/", "<a/>").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesWhatAPageOfAnotherSiteSends() {
        Dav forged = camille().with("Origin", "https://evil.example");

        assertThat(forged.send("PROPFIND", "/dav/", "").statusCode()).isEqualTo(403);
    }

    @Test
    void tellsWhyARoomIsNotWrittenToInTheLanguageAskedFor() {
        HttpResponse<String> answer = camille()
                .with("Accept-Language", "en")
                .send("PUT", camille().home() + "melun-seine/x.ics", "BEGIN:VCALENDAR");

        XmlNode error = Dav.xml(answer);
        assertThat(error.first(XmlName.dav("need-privileges"))).isPresent();
        assertThat(error.textOf(new XmlName(XmlName.OWN, "sentence"))).contains("invite it to an event");
    }

    @Test
    void leavesOtherPathsToTheirOwnMethods() {
        assertThat(new Dav(browserOf(CAMILLE)).send("MKCOL", "/bookings", "").statusCode())
                .isIn(401, 405);
        assertThat(anonymous().get("/sign-in").statusCode()).isEqualTo(200);
    }
}
