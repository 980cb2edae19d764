package org.passerelle.api.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.api.Page;
import org.passerelle.api.ProblemAdvice;
import org.passerelle.api.Problems;
import org.passerelle.api.UnreadableFields;
import org.passerelle.closure.ReplaceDirectory;
import org.passerelle.closure.ReplaceDirectory.DirectoryReplacement;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directory;
import org.passerelle.directory.DirectoryUpdates;
import org.passerelle.directory.Operator;
import org.passerelle.directory.OperatorId;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.RoomProfile;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.fault.Fault;
import org.passerelle.directory.fault.FaultSubject;
import org.passerelle.directory.fault.FileFault;
import org.passerelle.directory.version.DirectoryVersion;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.directory.version.VersionClaim;
import org.passerelle.directory.version.VersionNote;
import org.passerelle.time.HalfDays;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DirectoryApiTests {

    private static final OperatorId VILLE = new OperatorId("ville");
    private static final Directory DIRECTORY = new Directory(
            7,
            List.of(new Operator(VILLE, "Ville de Melun")),
            List.of(site("melun", "Europe/Paris"), site("montreal", "America/Montreal")),
            List.of(
                    room("melun-seine", "melun", RoomKind.MEETING, 8, List.of("screen", "whiteboard"), List.of()),
                    room("melun-almont", "melun", RoomKind.MEETING, 12, List.of("screen"), List.of()),
                    room(
                            "melun-salon",
                            "melun",
                            RoomKind.MEETING,
                            20,
                            List.of(),
                            List.of("melun-seine", "melun-almont")),
                    room("montreal-visio", "montreal", RoomKind.VISIO, 6, List.of("screen", "camera"), List.of())));

    private static final DirectoryVersions VERSIONS = mock(
            DirectoryVersions.class,
            call -> new VersionText(new DirectoryVersion(7, Optional.empty(), VersionNote.UNKNOWN), "# été\n"));

    private final UpdatesOnPaper updates = new UpdatesOnPaper();
    private final ReplaceDirectory replacing = mock(
            ReplaceDirectory.class,
            call -> new DirectoryReplacement(
                    updates.replace(call.getArgument(0), call.getArgument(2)), List.of(), List.of()));
    private final MockMvcTester api = MockMvcTester.create(MockMvcBuilders.standaloneSetup(
                    new SitesController(() -> DIRECTORY),
                    new RoomsController(() -> DIRECTORY),
                    new DirectoryController(VERSIONS, replacing))
            .setControllerAdvice(new ProblemAdvice(new Problems(), new UnreadableFields()))
            .setCustomArgumentResolvers(new SignedInAs(Person.outsider(new EmailAddress("kim@club.fr"), "Kim")))
            .build());

    private static Site site(String id, String zone) {
        var day = LocalDate.of(2026, 7, 14);
        return new Site(
                new SiteId(id),
                "Site " + id,
                VILLE,
                ZoneId.of(zone),
                new Site.SiteLocation("Centre-ville", 48.5, 2.5),
                HalfDays.DEFAULT,
                List.of(new Closure(day, day, "Fête nationale")));
    }

    private static Room room(
            String id, String site, RoomKind kind, int capacity, List<String> equipment, List<String> parts) {
        return new Room(
                new RoomId(id),
                new SiteId(site),
                kind,
                new RoomProfile("Salle Été", capacity, equipment, id + "@rooms.example", List.of("WEB"), true),
                BookingRules.DEFAULT,
                parts.stream().map(RoomId::new).toList(),
                List.of(1));
    }

    /** Answers as it is told to, and remembers what it was given. */
    private static final class UpdatesOnPaper implements DirectoryUpdates {

        private final List<String> given = new ArrayList<>();
        private @Nullable FileFault fault;

        @Override
        public String text() {
            return "# été\n";
        }

        @Override
        public UpdateOutcome replace(String yaml, VersionClaim claim) {
            given.add(yaml);
            return fault == null ? new Accepted(DIRECTORY, true) : new Refused(List.of(fault));
        }
    }

    private MvcTestResult get(String uri) {
        return api.get().uri(uri).exchange();
    }

    private MvcTestResult put(byte[] body, String type) {
        return api.put()
                .uri("/api/v1/admin/directory")
                .contentType(MediaType.parseMediaType(type))
                .content(body)
                .exchange();
    }

    private static void assertRefuses(MvcTestResult result, String field) {
        assertThat(result).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("/problems/invalid-request");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly(field);
    }

    @Test
    void tellsARoomInTheShapeOfTheContract() {
        var answer = get("/api/v1/rooms/melun-salon");

        assertThat(answer).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                        {"id": "melun-salon", "site": "melun", "name": "Salle Été", "kind": "MEETING", "units": null, "capacity": 20,
                         "equipment": [], "email": "melun-salon@rooms.example", "timeZone": "Europe/Paris",
                         "openingHours": {
                           "MONDAY": [{"from": "08:00", "to": "20:00"}], "TUESDAY": [{"from": "08:00", "to": "20:00"}],
                           "WEDNESDAY": [{"from": "08:00", "to": "20:00"}],
                           "THURSDAY": [{"from": "08:00", "to": "20:00"}], "FRIDAY": [{"from": "08:00", "to": "20:00"}],
                           "SATURDAY": [], "SUNDAY": []},
                         "parts": ["melun-seine", "melun-almont"], "joinMethods": ["WEB"], "layouts": []}
                        """);
    }

    @Test
    void tellsASiteWithItsRooms() {
        var answer = get("/api/v1/sites/montreal");

        assertThat(answer).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                        {"id": "montreal", "name": "Site montreal", "operator": "ville", "timeZone": "America/Montreal",
                         "location": {"address": "Centre-ville", "latitude": 48.5, "longitude": 2.5},
                         "halfDays": {"morning": {"from": "08:30", "to": "12:30"},
                                      "afternoon": {"from": "13:30", "to": "18:00"},
                                      "day": {"from": "08:30", "to": "18:00"}},
                         "closures": [{"firstDay": "2026-07-14", "lastDay": "2026-07-14", "reason": "Fête nationale"}],
                         "rooms": ["montreal-visio"], "services": []}
                        """);
    }

    @Test
    void listsTheSitesInTheOrderOfTheirIds() {
        var answer = get("/api/v1/sites");

        assertThat(answer).bodyJson().extractingPath("$.items[*].id").asArray().containsExactly("melun", "montreal");
        assertThat(answer).bodyJson().extractingPath("$.next").isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | melun-almont,melun-salon,melun-seine,montreal-visio",
                "?site=montreal | montreal-visio",
                "?site=melun&kind=MEETING&minCapacity=12 | melun-almont,melun-salon",
                "?kind=VISIO,TELEPRESENCE | montreal-visio",
                "?kind=VISIO&kind=MEETING&minCapacity=20 | melun-salon",
                "?equipment=screen&equipment=whiteboard | melun-seine",
                "?equipment=screen,camera | montreal-visio",
                "?site= | melun-almont,melun-salon,melun-seine,montreal-visio"
            })
    void listsTheRoomsThatMeetAllConditions(String query, String ids) {
        var answer = get("/api/v1/rooms" + query);

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly((Object[]) ids.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?site=nowhere", "?minCapacity=1000", "?equipment=piano"})
    void listsNothingWhenNoRoomMeetsTheConditions(String query) {
        assertThat(get("/api/v1/rooms" + query)).bodyJson().isStrictlyEqualTo("{\"items\": [], \"next\": null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rooms/melun-nowhere",
                "/api/v1/rooms/Melun",
                "/api/v1/sites/nowhere",
                "/api/v1/sites/a--b"
            })
    void knowsNothingOfUnknownIds(String uri) {
        var answer = get(uri);

        assertThat(answer).hasStatus(404);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=1001, limit",
        "limit=all, limit",
        "cursor=*, cursor",
        "minCapacity=-1, minCapacity",
        "minCapacity=many, minCapacity",
        "kind=CELLAR, kind"
    })
    void refusesParametersByName(String query, String field) {
        assertRefuses(get("/api/v1/rooms?" + query), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    void putsAFileInForce(String type) {
        var answer = put("# été\n".getBytes(StandardCharsets.UTF_8), type);

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"version\": 7, \"sites\": 2, \"rooms\": 4, \"changed\": true, \"affected\": [], \"closures\": []}");
        assertThat(updates.given).containsExactly("# été\n");
    }

    @Test
    void tellsThePlaceOfAFaultAsItsField() {
        updates.fault = new FileFault(
                41, 5, Fault.of("unknown-zone", "Europe/Pariss").concerning(new FaultSubject("site", "melun")));

        var answer = put(new byte[0], "application/yaml");

        assertRefuses(answer, "line 41, column 5");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("site melun: unknown zone Europe/Pariss");
    }

    @Test
    void refusesAFileInAnotherEncoding() {
        assertRefuses(put("# été\n".getBytes(StandardCharsets.ISO_8859_1), "text/plain"), "file");
        assertThat(updates.given).isEmpty();
    }

    @Test
    void refusesJson() {
        assertThat(put("{}".getBytes(StandardCharsets.UTF_8), "application/json"))
                .hasStatus(415);
    }

    @Test
    void tellsTheFileInForce() {
        var answer = get("/api/v1/admin/directory");

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("application/yaml");
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo("# été\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isSafeAgainstItemsThatVanishBetweenTwoPages() {
        var first = Page.of("letters", List.of("a", "b", "c", "d"), String::toString, 2, null);
        var second = Page.of("letters", List.of("a", "c", "d"), String::toString, 2, first.next());

        assertThat(first.items()).containsExactly("a", "b");
        assertThat(second).isEqualTo(new Page<>(List.of("c", "d"), null));
    }

    @Test
    void leadsThroughAllPages() {
        var seen = new ArrayList<String>();
        var all = List.of("a", "b", "c", "d", "é");
        String cursor = null;

        do {
            var page = Page.of("letters", all, String::toString, 2, cursor);
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).isEqualTo(all);
        assertThat(Set.copyOf(seen)).hasSameSizeAs(seen);
    }
}
