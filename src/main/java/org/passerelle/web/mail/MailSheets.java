package org.passerelle.web.mail;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.invitation.inbox.Inbox;
import org.passerelle.invitation.inbox.InboxMail;
import org.passerelle.invitation.inbox.InboxMail.State;
import org.passerelle.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts mails into words. */
@Component
class MailSheets {

    private final Directories directories;
    private final MessageSource messages;

    MailSheets(Directories directories, MessageSource messages) {
        this.directories = directories;
        this.messages = messages;
    }

    MailSheet of(InboxMail mail, Person manager, Locale locale) {
        Optional<Room> room = directories.current().roomAddressedAs(mail.recipient());
        ZoneId zone = room.<ZoneId>map(
                        each -> directories.current().siteOf(each).zone())
                .orElse(ZoneOffset.UTC);
        String when = Words.shortDay(mail.received().atZone(zone).toLocalDate(), locale) + ", "
                + Words.time(mail.received(), zone);
        boolean waits = mail.course().state() == State.KEPT || Inbox.isTentative(mail);
        boolean managesRoom = room.filter(each -> manager.manages(each.site())).isPresent();
        return new MailSheet(
                mail,
                managesRoom ? mail.course().subject() : "",
                when,
                room.map(this::nameAndSite).orElse(mail.recipient()),
                Verdict.of(mail.course()),
                mail.course().grounds().stream()
                        .map(ground -> sentence(ground, locale))
                        .toList(),
                mail.course().answers().stream().map(MailSheets::answer).toList(),
                waits && room.filter(each -> mayDecide(manager, each)).isPresent());
    }

    /** Many sites have a room of the same name. */
    private String nameAndSite(Room room) {
        return room.name() + ", " + directories.current().siteOf(room).name();
    }

    private static boolean mayDecide(Person manager, Room room) {
        return manager.manages(room.site()) || manager.administersTheNetwork();
    }

    /** A ground is stored as its code and what its sentence is about: {@code OLDER SEQUENCE 0 | SEQUENCE 1}. */
    private String sentence(String ground, Locale locale) {
        String[] parts = ground.split(" ", 2);
        Object[] details = parts.length == 1 ? new Object[0] : parts[1].split(" \\| ");
        String key = "ground." + parts[0].toLowerCase(Locale.ROOT).replace('_', '-');
        Object[] filled = {details.length > 0 ? details[0] : "", details.length > 1 ? details[1] : ""};
        return String.valueOf(messages.getMessage(key, filled, ground, locale));
    }

    private static MailSheet.Answer answer(String line) {
        List<String> words = List.of(line.split(" "));
        return words.size() < 3
                ? new MailSheet.Answer(line, "TAKEN")
                : new MailSheet.Answer(words.get(1), words.get(2));
    }
}
