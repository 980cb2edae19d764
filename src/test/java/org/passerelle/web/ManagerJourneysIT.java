package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.api.BookingBody;
import org.passerelle.mail.inbox.Inbox;
import org.springframework.beans.factory.annotation.Autowired;

/** What the manager of a site comes for, from the first page on. */
class ManagerJourneysIT extends JourneyTest {

    private static final String OF_MELUN = "Accueil de Melun";
    private static final LocalDate FIRST_MONDAY = LocalDate.parse("2027-08-23");

    /** What must not be read on a page about mail: names of reasons, properties and methods. */
    private static final Pattern CODE =
            Pattern.compile("\\b([A-Z]+_[A-Z_]+|RRULE|FREQ|HOURLY|METHOD|UNREADABLE|DTSTART|[a-z]+-[a-z]+-[a-z]+:)\\b");

    @Autowired
    private Inbox inbox;

    private Page opened(Way way, String name) {
        Page page = window(way);
        signIn(page, name);
        page.navigate("/");
        return page;
    }

    /** The area of managers, and the page of it. */
    private void goTo(Way way, Page page, String path) {
        press(way, page.locator("a.to-manage"));
        page.locator("nav.side").waitFor();
        String side = ".side .always";
        if (way.width() < 960) {
            side = ".side details";
            press(way, page.locator(".side summary"));
        }
        press(way, page.locator(side + " a[href='" + path + "']"));
        page.waitForURL("**" + path);
        assertFitsTheWindow(page);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void closesARoomForAWeekAndHasTheBookingsInTheWayTreated(Way way) {
        LocalDate monday = FIRST_MONDAY.plusWeeks(way.number());
        String title = "Conseil " + way.number();
        BookingBody.at(monday.plusDays(2) + "T10:00", "melun-seine")
                .called(title)
                .bookedBy(as(CAMILLE));
        Page page = opened(way, OF_MELUN);

        goTo(way, page, "/closures");
        press(way, page.locator("main a.button"));
        choose(way, page.locator("#where"), "melun-seine");
        type(way, page.locator("#from"), monday + "T08:00");
        type(way, page.locator("#to"), monday.plusDays(5) + "T20:00");
        type(way, page.locator("#reason"), "Peinture");
        press(way, page.locator("form[method=get] button.button"));
        assertThat(page.locator("section.card")).containsText(title);
        assertFitsTheWindow(page);
        press(way, page.locator("section.card form button.button"));
        page.waitForURL(Pattern.compile(".*/closures/(?!new).*"));

        assertThat(presses()).isLessThanOrEqualTo(7);
        assertThat(page.locator("main"))
                .containsText(way.words("Closed. Nobody can book there any more.", "C’est fermé"));
        Locator date = page.locator("li.sheet").filter(new Locator.FilterOptions().setHasText(title));
        for (int i = 0;
                i < 100
                        && date.getByText(way.words("move offered", "déplacement proposé"))
                                        .count()
                                == 0;
                i++) {
            page.reload();
        }
        assertThat(date).containsText(way.words("move offered", "déplacement proposé"));
        assertFitsTheWindow(page);
        assertThat(as(NADIA)
                        .post(
                                BookingBody.BOOKINGS,
                                BookingBody.at(monday.plusDays(3) + "T10:00", "melun-seine")
                                        .toString())
                        .body())
                .contains("site-closed");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void decidesARequestAfterTwoPresses(Way way) {
        String day = LocalDate.parse("2026-06-22").plusWeeks(way.number()).toString();
        String id = BookingBody.at(day + "T10:00", "val-d-europe-amphitheatre")
                .called("Cours du soir")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();
        Page page = opened(way, "Administration du réseau");

        press(way, page.locator(".rows a[href='/requests']"));
        Locator request = page.locator("li.sheet")
                .filter(new Locator.FilterOptions().setHas(page.locator("a[href='/bookings/" + id + "']")));
        press(way, request.locator("button.button"));

        assertThat(page.getByRole(AriaRole.STATUS).getByText(way.words("You approved it.", "Vous avez accepté.")))
                .isVisible();
        assertThat(presses()).isEqualTo(2);
        assertThat(as(CAMILLE).get("/api/v1/bookings/" + id).body()).contains("\"CONFIRMED\"");
        assertFitsTheWindow(page);
    }

    /** Also what happens while the page is open: it hears of it, and does not wait for its next look. */
    @ParameterizedTest
    @MethodSource("ways")
    void seesTodaysArrivalsAsTheyHappen(Way way) {
        LocalDate day = LocalDate.parse("2027-11-08").plusWeeks(way.number());
        String id = BookingBody.at(day + "T10:00", "melun-almont")
                .called("Visite")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();
        String guests = "/api/v1/bookings/" + id + "/guests";
        as(CAMILLE).put(guests, "{\"guests\": [{\"name\": \"Kim Lee\"}]}");
        clock.advance(Duration.between(clock.instant(), Instant.parse(day + "T08:50:00Z")));
        Page page = window(way);
        signIn(page, OF_MELUN);
        page.navigate("/");

        press(way, page.locator("a.to-manage"));
        page.waitForURL("**/reception");
        Locator kim = page.locator(".desk-guests li").filter(new Locator.FilterOptions().setHasText("Kim Lee"));
        press(way, kim.locator("button"));
        assertThat(kim).containsText(way.words("came at 09:50", "arrivé à 09:50"));
        assertThat(presses()).isEqualTo(2);
        assertFitsTheWindow(page);

        as(CAMILLE).put(guests, "{\"guests\": [{\"name\": \"Kim Lee\"}, {\"name\": \"Zoé Roy\"}]}");
        assertThat(page.locator(".desk-guests")).containsText("Zoé Roy");
        as(CAMILLE).post("/api/v1/bookings/" + id + "/check-in", "");
        assertThat(page.locator(".desk-state .tag").first()).containsText(way.words("here", "sur place"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void readsWhyAMailWasRefusedWithoutMeetingACode(Way way) {
        inbox.take(CAMILLE, "melun-seine@rooms.it77.example", true, """
                From: %1$s
                To: melun-seine@rooms.it77.example
                Subject: Every hour, please
                Message-ID: <journey-%2$d@atelier-brie.example>
                MIME-Version: 1.0
                Content-Type: text/calendar; method=REQUEST; charset=UTF-8

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Journey//EN
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:journey-%2$d
                DTSTAMP:20260301T080000Z
                DTSTART:20270615T080000Z
                DTEND:20270615T083000Z
                RRULE:FREQ=HOURLY
                ORGANIZER:mailto:%1$s
                ATTENDEE:mailto:melun-seine@rooms.it77.example
                SUMMARY:Every hour, please
                END:VEVENT
                END:VCALENDAR
                """.formatted(CAMILLE, way.number())
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        Page page = opened(way, OF_MELUN);

        goTo(way, page, "/mail-log");
        Locator mail = page.locator("li.sheet")
                .filter(new Locator.FilterOptions().setHasText(way.words("not understood", "pas compris")))
                .first();
        for (int i = 0; i < 100 && mail.locator("summary").count() == 0; i++) {
            page.reload();
        }
        press(way, mail.locator("summary"));

        assertThat(presses()).isLessThanOrEqualTo(4);
        assertThat(mail.locator("ol")).isVisible();
        assertThat(mail.innerText()).doesNotContainPattern(CODE);
        assertFitsTheWindow(page);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void importsACalendarFileAndIsToldWhatCameOfIt(Way way) {
        LocalDate day = LocalDate.parse("2026-09-07").plusWeeks(way.number());
        // A room has so many imports and no more.
        String room = List.of("melun-visio", "melun-telepresence").get(way.number() % 2);
        BookingBody.at(day.plusDays(1) + "T10:00", room).called("Déjà là").bookedBy(as(CAMILLE));
        String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//EN\r\n"
                + event("free-" + way.number(), day, "Réunion ailleurs")
                + event("taken-" + way.number(), day.plusDays(1), "Qui se heurte")
                + "END:VCALENDAR\r\n";
        Page page = opened(way, OF_MELUN);

        goTo(way, page, "/imports");
        choose(way, page.locator("#upload-room"), room);
        page.locator("#upload-file")
                .setInputFiles(new FilePayload(
                        "agenda-%d.ics".formatted(way.number()),
                        "text/calendar",
                        calendar.getBytes(StandardCharsets.UTF_8)));
        press(way, page.locator("form[action='/imports/file'] button.button"));

        Locator line = page.locator("li.sheet")
                .filter(new Locator.FilterOptions().setHasText("agenda-%d.ics".formatted(way.number())));
        assertThat(line).containsText(way.words("occupies one date", "occupe une date"));
        assertThat(line).containsText("Qui se heurte");
        assertThat(page.locator(".notice.good[role=status]")).isVisible();
        // The file is chosen in a window of the system, which counts as one more.
        assertThat(presses() + 1).isLessThanOrEqualTo(6);
        assertFitsTheWindow(page);
    }

    private static String event(String uid, LocalDate day, String title) {
        return "BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:%s\r\nDTSTART;TZID=Europe/Paris:%sT100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
                .formatted(uid, title, day.toString().replace("-", ""));
    }
}
