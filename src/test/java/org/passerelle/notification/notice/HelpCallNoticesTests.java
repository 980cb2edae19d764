package org.passerelle.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.api.deputy.Colleagues;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.passerelle.reception.call.HelpCalls;
import org.passerelle.reception.call.HelpKind;
import org.springframework.beans.factory.annotation.Autowired;

/** A call for help is mailed to those managers of the site who want to be told, unless it is answered first. */
class HelpCallNoticesTests extends HttpTest {

    private static final String ROOM = "chelles-vignes";

    @Autowired
    private NoticeSending sending;

    @Autowired
    private HelpCalls calls;

    @Autowired
    private Directories directories;

    @Autowired
    private SentMails sent;

    private Colleagues union;

    @BeforeEach
    void beginDesks() {
        union = new Colleagues(as(ADMIN), "union-vignes");
        union.begin();
        union.put("told", "SITE_MANAGER", "\"chelles\"");
        union.put("quiet", "SITE_MANAGER", "\"chelles\"");
        union.put("later", "SITE_MANAGER", "\"chelles\"");
        union.put("elsewhere", "SITE_MANAGER", "\"rebais\"");
    }

    @AfterEach
    void endDesks() {
        union.end("told", "quiet", "later", "elsewhere");
    }

    private List<SpooledMail> mails(String person) {
        return sent.to(union.address(person), subject -> subject.contains("Vignes"));
    }

    private void call(String room, String moment, String press) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(moment)));
        calls.call(directories.current().room(new RoomId(room)).orElseThrow(), HelpKind.DEVICES, press);
    }

    @Test
    void managersWhoWantItAreToldOnce() {
        union.as("quiet").put("/api/v1/me/notifications", "{\"calls\": false}");

        call(ROOM, "2026-11-23T08:12:00Z", "mailed");
        sending.sendDue();
        sending.sendDue();

        assertThat(mails("told")).hasSize(1);
        assertThat(mails("told").get(0).text("text/plain").orElseThrow()).contains("/reception?site=chelles");
        assertThat(mails("quiet")).isEmpty();
        assertThat(mails("elsewhere")).isEmpty();
        calls.unanswered()
                .forEach(call -> union.as("told").put("/api/v1/sites/chelles/help-calls/" + call.id() + "/answer", ""));
    }

    @Test
    void whatIsAnsweredAtOnceIsNotMailed() {
        call("chelles-bureau", "2026-11-24T08:12:00Z", "answered");
        calls.unanswered()
                .forEach(call -> union.as("told").put("/api/v1/sites/chelles/help-calls/" + call.id() + "/answer", ""));

        sending.sendDue();

        assertThat(sent.to(union.address("later"), subject -> subject.contains("Bureau")))
                .isEmpty();
    }
}
