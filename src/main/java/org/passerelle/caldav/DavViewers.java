package org.passerelle.caldav;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.account.Preferences;
import org.passerelle.account.session.SignedIn;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Site;
import org.passerelle.i18n.Languages;
import org.passerelle.i18n.NetworkLanguage;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds who asks. */
@Component
class DavViewers {

    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    private final Directories directories;
    private final Preferences preferences;
    private final NetworkLanguage network;

    DavViewers(Directories directories, Preferences preferences, NetworkLanguage network) {
        this.directories = directories;
        this.preferences = preferences;
        this.network = network;
    }

    /** Empty if nobody has signed in. */
    Optional<DavViewer> of(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(viewer(signedIn.person(), request))
                : Optional.empty();
    }

    private DavViewer viewer(Person person, HttpServletRequest request) {
        Locale language = preferences.of(person.id()).language().orElse(network.locale());
        boolean isAsked = request.getHeader("Accept-Language") != null;
        Locale asked = isAsked ? Languages.find(request.getLocale()).orElse(language) : language;
        Directory directory = directories.current();
        ZoneId zone = preferences
                .of(person.id())
                .zone()
                .or(() -> directory.sites().stream().map(Site::zone).findFirst())
                .orElse(UTC);
        return new DavViewer(person, directory, Languages.nearest(language), Languages.nearest(asked), zone);
    }
}
