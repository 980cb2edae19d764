package org.passerelle.invitation;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.account.Preferences;
import org.passerelle.availability.query.UsualSites;
import org.passerelle.booking.model.Booking;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.invitation.text.Reader;
import org.passerelle.mail.optout.OptOuts;
import org.springframework.stereotype.Component;

/**
 * In which language people are written to, and by which clock they live. Of somebody without an account nothing is known;
 * they are taken to read what whoever invites them reads.
 */
@Component
public class Readers {

    private final Preferences preferences;
    private final Accounts accounts;
    private final UsualSites usual;
    private final Directories directories;
    private final InvitationProperties settings;
    private final OptOuts optOuts;

    Readers(
            Preferences preferences,
            Accounts accounts,
            UsualSites usual,
            Directories directories,
            InvitationProperties settings,
            OptOuts optOuts) {
        this.preferences = preferences;
        this.accounts = accounts;
        this.usual = usual;
        this.directories = directories;
        this.settings = settings;
        this.optOuts = optOuts;
    }

    /** Somebody who is written to about {@code booking}. */
    public Reader of(EmailAddress whom, Booking booking) {
        Locale language = preferences
                .of(accounts.idOf(whom))
                .language()
                .or(() -> preferences.of(booking.owner().organiser()).language())
                .orElse(settings.language());
        return new Reader(language, zone(whom), optOuts.link(whom));
    }

    /** Somebody with an account who is written to about no booking. */
    public Reader of(EmailAddress whom) {
        Locale language = preferences.of(accounts.idOf(whom)).language().orElse(settings.language());
        return new Reader(language, zone(whom), optOuts.link(whom));
    }

    /** As they have said; else that of the sites they manage, if they share one, or of the site where they met last. */
    public Optional<ZoneId> zone(EmailAddress whom) {
        return preferences
                .of(accounts.idOf(whom))
                .zone()
                .or(() -> accounts.person(whom).flatMap(person -> of(person, directories.current())));
    }

    private Optional<ZoneId> of(Person person, Directory directory) {
        Set<ZoneId> managed = person.sites().stream()
                .flatMap(site -> directory.site(site).stream())
                .map(Site::zone)
                .collect(Collectors.toSet());
        return managed.isEmpty()
                ? usual.of(person.id()).flatMap(directory::site).map(Site::zone)
                : managed.stream().filter(each -> managed.size() == 1).findFirst();
    }
}
