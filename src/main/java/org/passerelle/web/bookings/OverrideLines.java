package org.passerelle.web.bookings;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.override.RuleOverride;
import org.passerelle.directory.Directories;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Says which rules were set aside for a booking, by whom and when. */
@Component
class OverrideLines {

    private final Accounts accounts;
    private final Directories directories;
    private final ReasonTexts texts;
    private final PageWords words;

    OverrideLines(Accounts accounts, Directories directories, ReasonTexts texts, PageWords words) {
        this.accounts = accounts;
        this.directories = directories;
        this.texts = texts;
        this.words = words;
    }

    /** A sentence each; none for whom that is not. */
    List<String> of(Booking booking, Person reader, Locale locale) {
        BookingAccess access = new BookingAccess(reader, booking, directories.current());
        return access.mayRead(BookingPart.DECISION)
                ? booking.status().overrides().stream()
                        .map(each -> sentence(each, booking.schedule().zone(), locale))
                        .toList()
                : List.of();
    }

    private String sentence(RuleOverride override, ZoneId zone, Locale locale) {
        String rule = texts.of(override.rule(), locale);
        return words.text(
                "booking.overridden",
                locale,
                rule.substring(0, 1).toUpperCase(locale) + rule.substring(1),
                accounts.contact(override.by()).shown(),
                PageWords.moment(override.at(), zone, locale));
    }
}
