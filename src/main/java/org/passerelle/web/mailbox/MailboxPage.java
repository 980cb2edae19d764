package org.passerelle.web.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.mail.smtp.MailSpool;
import org.passerelle.mail.smtp.SpooledMail;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.PageWords;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The mail that would have left the demo, as people, mail programs and calendar programs see it. Whoever runs the network sees
 * all of it, everybody else what is addressed to themselves: links and answers in a mail are its reader's own.
 */
@Controller
@Profile("demo")
class MailboxPage {

    private static final int MOST_SHOWN = 100;

    /** Among so many of the newest one's own are looked for. */
    private static final int MOST_SEARCHED = 1_000;

    /** The clock of the demo's sites but one. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final MailSpool spool;

    MailboxPage(MailSpool spool) {
        this.spool = spool;
    }

    /** A mail in the list. */
    record Line(String id, String to, String subject, String when) {}

    @GetMapping("/mailbox")
    String list(@CurrentPerson Person person, Locale locale, Model model) {
        int searched = person.administersTheNetwork() ? MOST_SHOWN : MOST_SEARCHED;
        List<Line> lines = spool.newest(searched).stream()
                .filter(mail -> maySee(person, mail))
                .limit(MOST_SHOWN)
                .map(mail -> new Line(mail.id(), mail.to(), mail.subject(), when(mail, locale)))
                .toList();
        model.addAttribute("mails", lines);
        model.addAttribute("seesAll", person.administersTheNetwork());
        return "mailbox";
    }

    @GetMapping("/mailbox/{id}")
    String one(@CurrentPerson Person person, @PathVariable String id, Locale locale, Model model) {
        SpooledMail mail = mail(person, id);
        model.addAttribute("mail", mail);
        model.addAttribute("when", when(mail, locale));
        model.addAttribute("text", mail.text("text/plain").orElse(""));
        model.addAttribute("calendar", mail.text("text/calendar").orElse(""));
        model.addAttribute("hasHtml", mail.text("text/html").isPresent());
        return "mail";
    }

    /** What the frame on the page shows. */
    @GetMapping("/mailbox/{id}/html")
    ResponseEntity<String> html(@CurrentPerson Person person, @PathVariable String id) {
        String html = mail(person, id).text("text/html").orElseThrow(() -> new NoSuchPage("HTML in mail " + id));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }

    @GetMapping("/mailbox/{id}.eml")
    ResponseEntity<byte[]> file(@CurrentPerson Person person, @PathVariable String id) {
        ContentDisposition download =
                ContentDisposition.attachment().filename("mail.eml").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(mail(person, id).bytes());
    }

    /** Somebody else's is none, so that nobody learns which there are. */
    private SpooledMail mail(Person person, String id) {
        return spool.find(id).filter(mail -> maySee(person, mail)).orElseThrow(() -> new NoSuchPage("mail " + id));
    }

    private static boolean maySee(Person person, SpooledMail mail) {
        return person.administersTheNetwork()
                || mail.recipient()
                        .filter(person.email().value()::equalsIgnoreCase)
                        .isPresent();
    }

    private static String when(SpooledMail mail, Locale locale) {
        return PageWords.shortDay(mail.at().atZone(ZONE).toLocalDate(), locale) + ", "
                + PageWords.time(mail.at(), ZONE);
    }
}
