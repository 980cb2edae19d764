package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * On random pages of somebody, a site, a day and a filter, the rooms that are offered are those that this person can book:
 * each is really asked for, and given back. {@code -Dfree.pages} says how many pages, {@code -Dfree.seed} which.
 */
@TestPropertySource(properties = "passerelle.test.bookings=offered")
class OfferedRoomsTests extends HttpTest {

    private static final int PAGES = Integer.getInteger("free.pages", 50);
    private static final long SEED = Long.getLong("free.seed", 17);
    private static final List<String> PEOPLE = List.of(CAMILLE, LOUIS, NADIA, MANAGER, ADMIN);
    private static final List<String> THINGS = List.of("screen", "whiteboard", "camera", "projector", "computers");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 25);

    /** Within a fortnight, so that what is booked gets in the way; some further ahead than anything can be booked. */
    private static final int DAYS = 14;

    private static final Pattern OFFERED =
            Pattern.compile("<article class=\"hit\">.*?href=\"/book\\?([^\"]*)\"", Pattern.DOTALL);
    private static final Pattern STANDING = Pattern.compile("id=\"standing-([a-z0-9-]+)\" class=\"standing ([a-z]+)\"");

    @Autowired
    private Directories directories;

    private final Random random = new Random(SEED);

    /** What a page is asked, and by whom. */
    private record AskedPage(
            String person,
            Site site,
            LocalDate day,
            LocalTime start,
            int minutes,
            int people,
            RoomKind kind,
            String thing) {

        String time() {
            return "site=%s&date=%s&start=%s&length=PT%dM".formatted(site.id(), day, start, minutes);
        }

        String search() {
            return "/search?" + time() + "&people=" + people + "&kind=" + kind
                    + (thing.isEmpty() ? "" : "&equipment=" + thing) + "&show=240";
        }

        boolean suits(Room room, Collection<Room> all) {
            boolean isThere = thing.isEmpty()
                    || room.profile().equipment().contains(thing)
                    || all.stream()
                            .anyMatch(pool -> pool.isCarried()
                                    && pool.site().equals(room.site())
                                    && pool.id().value().equals(room.site() + "-" + thing));
            return room.kind() == kind && room.capacity() >= people && isThere;
        }
    }

    @Test
    void whatIsOfferedCanBeBookedAndWhatCanBeBookedIsOffered() {
        List<Room> rooms = List.copyOf(directories.current().rooms());
        fill(rooms);
        int offered = 0;
        for (int i = 0; i < PAGES; i++) {
            AskedPage page = page();
            TestClient browser = browserOf(page.person());
            Set<String> shown = offered(browser.get(page.search()).body());
            Set<String> bookable = rooms.stream()
                    .filter(room -> page.suits(room, rooms))
                    .filter(room -> canBeBooked(page, room))
                    .map(room -> room.id().value())
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(shown).as("seed %d, page %d: %s", SEED, i, page).isEqualTo(bookable);
            offered += shown.size();
            assertThatTheFormAgrees(browser, page, i);
        }
        assertThat(offered).isGreaterThan(PAGES);
    }

    /** Of one site, whatever the filter. */
    private void assertThatTheFormAgrees(TestClient browser, AskedPage page, int number) {
        Matcher standing = STANDING.matcher(browser.get("/book?" + page.time()).body());
        Set<String> free = new TreeSet<>();
        while (standing.find()) {
            if (standing.group(2).equals("free")) {
                free.add(standing.group(1));
            }
        }
        Set<String> bookable = directories.current().roomsAt(page.site().id()).stream()
                .filter(room -> canBeBooked(page, room))
                .map(room -> room.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
        free.retainAll(directories.current().roomsAt(page.site().id()).stream()
                .map(room -> room.id().value())
                .toList());

        assertThat(free).as("seed %d, form %d: %s", SEED, number, page).isEqualTo(bookable);
    }

    private static Set<String> offered(String page) {
        String exact = page.replaceAll("(?s)<h2>(What comes close|This comes close).*", "");
        Matcher row = OFFERED.matcher(exact);
        Set<String> rooms = new TreeSet<>();
        while (row.find()) {
            Matcher room = Pattern.compile("room=([a-z0-9-]+)").matcher(row.group(1));
            assertThat(room.find()).isTrue();
            rooms.add(room.group(1));
        }
        return rooms;
    }

    private AskedPage page() {
        List<Site> sites = List.copyOf(directories.current().sites());
        RoomKind[] kinds = Arrays.stream(RoomKind.values())
                .filter(kind -> !kind.isCountable())
                .toArray(RoomKind[]::new);
        boolean isFar = random.nextInt(12) == 0;
        return new AskedPage(
                PEOPLE.get(random.nextInt(PEOPLE.size())),
                sites.get(random.nextInt(sites.size())),
                TODAY.plusDays(isFar ? 725 + random.nextInt(12) : random.nextInt(DAYS)),
                LocalTime.of(6 + random.nextInt(15), 15 * random.nextInt(4)),
                15 * (1 + random.nextInt(20)),
                1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 8),
                kinds[random.nextInt(kinds.length)],
                random.nextInt(3) == 0 ? THINGS.get(random.nextInt(THINGS.size())) : "");
    }

    /** Something in the way of half of what is asked for. */
    private void fill(List<Room> rooms) {
        List<HttpResponse<String>> made = new ArrayList<>();
        for (int i = 0; i < 2 * rooms.size(); i++) {
            Room room = rooms.get(random.nextInt(rooms.size()));
            LocalTime start = LocalTime.of(8 + random.nextInt(8), 5 * random.nextInt(12));
            String json = order(room, TODAY.plusDays(random.nextInt(DAYS)) + "T" + start, 30 + 30 * random.nextInt(10));
            made.add(as(CAMILLE).post("/api/v1/bookings", json));
        }
        assertThat(made.stream().filter(each -> each.statusCode() == 201)).hasSizeGreaterThan(rooms.size() / 2);
    }

    private boolean canBeBooked(AskedPage page, Room room) {
        String zoned = page.day() + "T" + page.start();
        TestClient person = as(page.person());
        HttpResponse<String> made = person.post(
                "/api/v1/bookings",
                order(
                        room,
                        zoned,
                        page.minutes(),
                        directories.current().site(page.site().id()).orElseThrow()));
        if (made.statusCode() >= 300) {
            assertThat(made.statusCode()).as(made.body()).isIn(403, 409, 422);
            return false;
        }
        String id = TestClient.json(made).get("id").asString();
        assertThat(person.delete("/api/v1/bookings/" + id).statusCode()).isLessThan(300);
        return true;
    }

    private String order(Room room, String start, int minutes) {
        return order(room, start, minutes, directories.current().siteOf(room));
    }

    /** @param clocks the site on whose clocks the start is read */
    private static String order(Room room, String start, int minutes, Site clocks) {
        return """
            {"title": "Essai", "rooms": ["%s"], "start": "%s", "timeZone": "%s", "duration": "PT%dM"}
            """.formatted(room.id(), start, clocks.zone(), minutes);
    }
}
