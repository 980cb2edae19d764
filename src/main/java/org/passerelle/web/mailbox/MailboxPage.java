package org.passerelle.web.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.passerelle.invitation.post.MailSpool;
import org.passerelle.invitation.post.SpooledMail;
import org.passerelle.web.NoSuchPage;
import org.passerelle.web.Words;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Every mail that would have left the demo, as people, mail programs and calendar programs see it. */
@Controller
@Profile("demo")
class MailboxPage {

    private static final int MOST_SHOWN = 100;

    /** The clock of the demo's sites but one. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final MailSpool spool;

    MailboxPage(MailSpool spool) {
        this.spool = spool;
    }

    /** A mail in the list. */
    record Line(String id, String to, String subject, String when) {}

    @GetMapping("/mailbox")
    String list(Locale locale, Model model) {
        List<Line> lines = spool.newest(MOST_SHOWN).stream()
                .map(mail -> new Line(mail.id(), mail.to(), mail.subject(), when(mail, locale)))
                .toList();
        model.addAttribute("mails", lines);
        return "mailbox";
    }

    @GetMapping("/mailbox/{id}")
    String one(@PathVariable String id, Locale locale, Model model) {
        SpooledMail mail = mail(id);
        model.addAttribute("mail", mail);
        model.addAttribute("when", when(mail, locale));
        model.addAttribute("text", mail.text("text/plain").orElse(""));
        model.addAttribute("calendar", mail.text("text/calendar").orElse(""));
        model.addAttribute("hasHtml", mail.text("text/html").isPresent());
        return "mail";
    }

    /** What the frame on the page shows. */
    @GetMapping("/mailbox/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        String html = mail(id).text("text/html").orElseThrow(() -> new NoSuchPage("HTML in mail " + id));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }

    @GetMapping("/mailbox/{id}.eml")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        ContentDisposition download =
                ContentDisposition.attachment().filename("mail.eml").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(mail(id).bytes());
    }

    private SpooledMail mail(String id) {
        return spool.find(id).orElseThrow(() -> new NoSuchPage("mail " + id));
    }

    private static String when(SpooledMail mail, Locale locale) {
        return Words.shortDay(mail.at().atZone(ZONE).toLocalDate(), locale) + ", " + Words.time(mail.at(), ZONE);
    }
}
