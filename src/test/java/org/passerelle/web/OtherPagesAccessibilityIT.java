package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.signin.PasswordLinks;
import org.passerelle.api.BookingBody;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.RoomId;
import org.passerelle.mail.inbox.Inbox;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What axe-core finds on the pages that no other test looks at, and that there is no page at which none does. */
class OtherPagesAccessibilityIT extends AxeTest {

    private static final String ROOM = "melun-almont";

    @Autowired
    private Inbox inbox;

    @Autowired
    private SentMails sent;

    @Autowired
    private RoomLinks panels;

    @Autowired
    private PasswordLinks passwords;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyPageIsLookedAtOrExcused() {
        Set<String> pages = mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.passerelle.web."))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(pages)
                .hasSizeGreaterThan(90)
                .containsExactlyElementsOf(PageRoutes.all().toList());
        assertThat(PageRoutes.lookedAt())
                .allSatisfy(test -> assertThat(Class.forName(getClass().getPackageName() + "." + test))
                        .isAssignableTo(AxeTest.class));
    }

    /** In one of the two ways, as is drawn: the others of these tests see the frame of all pages in both. */
    @Test
    void findsNothingToObject() throws IOException {
        if (isGone(0, 2)) {
            assertThat(violationsOnThese(desk("en-GB"), "2026-10-12")).isEmpty();
        }
        if (isGone(1, 2)) {
            Page page = phone("fr-FR");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(violationsOnThese(page, "2026-10-13")).isEmpty();
        }
    }

    private List<String> violationsOnThese(Page page, String day) throws IOException {
        String kim = "kim.%s@outside.example".formatted(day);
        BookingBody.at(day + "T10:00", ROOM)
                .called(HOSTILE.replace("\"", "\\\""))
                .with("attendees", "[{\"email\": \"%s\", \"name\": \"%s\"}]".formatted(kim, "<b>Kim</b> =1+1"))
                .bookedBy(as(CAMILLE));
        SpooledMail invitation = mailTo(kim);
        assertThat(invitation.text("text/html").orElseThrow())
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<img src=x", "<b>Kim");
        String declined = declinedWithAnother(day);
        String resume = anonymous()
                .withCookies()
                .with("Sec-Fetch-Site", "same-origin")
                .postForm("/book", Map.of("title", HOSTILE))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*next=", "")
                .replace("%2F", "/");

        List<String> found = new ArrayList<>();
        for (String link : List.of("/answer/", "/unsubscribe/")) {
            found.addAll(violationsAt(linkIn(invitation, link), page));
        }
        found.addAll(violationsAt(declined, page));
        clock.advance(Duration.between(clock.instant(), Instant.parse(day + "T08:10:00Z")));
        found.addAll(violationsAt(panels.sheet(new RoomId(ROOM)).getPath(), page));
        clock.reset();
        signIn(page, "Camille Girard");
        for (String path : List.of(
                "/help",
                "/help/tour/1",
                "/me/list?from=" + day,
                "/me/month?from=" + day,
                "/rooms/" + ROOM + "/month?from=" + day,
                "/sites/melun/list?from=" + day,
                "/rooms/" + ROOM + "/day-sheet?date=" + day,
                "/password",
                "/passkeys",
                "/design",
                resume)) {
            found.addAll(violationsAt(path, page));
        }
        signIn(page, "Accueil de Melun");
        for (String path :
                List.of("/reception?date=" + day, "/imports", "/mail-log", "/manage/places/melun/rooms/new")) {
            found.addAll(violationsAt(path, page));
        }
        signIn(page, "Administration du réseau");
        String link = passwords
                .of(new EmailAddress(LOUIS), PasswordLinks.FORGOTTEN)
                .orElseThrow()
                .token();
        for (String path : List.of(
                "/mailbox",
                "/mailbox/" + invitation.id(),
                "/directory/versions/1/revert",
                "/manage/places/sites/new",
                "/manage/places/melun/rooms/melun-seine/history",
                "/new-password/" + link)) {
            found.addAll(violationsAt(path, page));
        }
        return found;
    }

    /** Where somebody whose invitation of the room was declined may take another. */
    private String declinedWithAnother(String day) {
        String pat = "pat.%s@outside.example".formatted(day);
        inbox.take(pat, ROOM + "@rooms.it77.example", true, """
                From: %1$s
                To: %2$s@rooms.it77.example
                Subject: Comité
                Message-ID: <instead-%3$s@outside.example>
                MIME-Version: 1.0
                Content-Type: text/calendar; method=REQUEST; charset=UTF-8

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Elsewhere//EN
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:instead-%3$s
                DTSTAMP:20260301T080000Z
                DTSTART;TZID=Europe/Paris:%3$sT100000
                DTEND;TZID=Europe/Paris:%3$sT110000
                ORGANIZER:mailto:%1$s
                ATTENDEE:mailto:%2$s@rooms.it77.example
                SUMMARY:Comité
                END:VEVENT
                END:VCALENDAR
                """.formatted(pat, ROOM, day.replace("-", ""))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return linkIn(mailTo(pat), "/instead/");
    }

    private SpooledMail mailTo(String address) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> sent.to(address).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static String linkIn(SpooledMail mail, String path) {
        String text = mail.text("text/plain").orElseThrow();
        Matcher link = Pattern.compile("http://127\\.0\\.0\\.1:\\d+" + path + "[a-z0-9-]+")
                .matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return URI.create(link.group()).getPath();
    }
}
