package org.passerelle.web.mail;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.calendar.fault.CalendarFault;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.mail.inbox.InboxMail;
import org.passerelle.mail.inbox.LoggedReason;
import org.passerelle.web.CalendarFaultWords;
import org.passerelle.web.PageWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts mails into words. */
@Component
class MailSheets {

    private static final String UNREADABLE = "UNREADABLE";

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
        String when = PageWords.shortDay(mail.received().atZone(zone).toLocalDate(), locale) + ", "
                + PageWords.time(mail.received(), zone);
        boolean managesRoom = room.filter(each -> manager.manages(each.site())).isPresent();
        return new MailSheet(
                mail,
                managesRoom ? mail.course().subject() : "",
                when,
                room.map(this::nameAndSite).orElse(mail.recipient()),
                MailVerdict.of(mail.course()),
                mail.course().reasons().stream()
                        .map(reason -> sentence(reason, locale))
                        .toList(),
                mail.course().answers(),
                mail.isToBeDecided()
                        && room.filter(each -> mayDecide(manager, each)).isPresent());
    }

    /** Many sites have a room of the same name. */
    private String nameAndSite(Room room) {
        return room.name() + ", " + directories.current().siteOf(room).name();
    }

    private static boolean mayDecide(Person manager, Room room) {
        return manager.runs(room.site());
    }

    private String sentence(LoggedReason reason, Locale locale) {
        if (reason.code().equals(UNREADABLE)) {
            return unreadable(reason.details(), locale);
        }
        String key = "ground." + reason.code().toLowerCase(Locale.ROOT).replace('_', '-');
        Object[] filled = {inWords(key, reason.detail(0), locale), inWords(key, reason.detail(1), locale)};
        return String.valueOf(messages.getMessage(key, filled, reason.toString(), locale));
    }

    /** Codes of this program, one or several, come in words; what else is told stands as it is. */
    private Object inWords(String key, String detail, Locale locale) {
        List<String> words = Stream.of(detail.split(", "))
                .map(code -> key + "." + code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(code -> messages.getMessage(code, null, "", locale))
                .toList();
        boolean areCodes = words.stream().noneMatch(word -> word == null || word.isEmpty());
        return areCodes ? String.join("; ", words) : LanguageBundle.numberOrText(detail);
    }

    /** Former versions of the program noted no code but a sentence, in English only. */
    private String unreadable(List<String> why, Locale locale) {
        CalendarFault fault =
                CalendarFault.parse(why).orElseGet(() -> CalendarFault.of(CalendarFaultCode.NOTED_BEFORE));
        return messages.getMessage(
                "ground.unreadable", new Object[] {CalendarFaultWords.of(fault, messages, locale)}, locale);
    }
}
