package org.passerelle.web.preferences;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.account.Preferences;
import org.passerelle.account.session.AccessToken;
import org.passerelle.account.session.AccessTokens;
import org.passerelle.account.session.BrowserSession;
import org.passerelle.account.session.BrowserSessions;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** By what somebody's account can be used at present, in the words of its owner: browsers and tokens. */
@Component
class AccessLines {

    private final BrowserSessions sessions;
    private final AccessTokens tokens;
    private final Preferences preferences;
    private final Directories directories;

    AccessLines(BrowserSessions sessions, AccessTokens tokens, Preferences preferences, Directories directories) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.preferences = preferences;
        this.directories = directories;
    }

    /**
     * A browser.
     *
     * @param browser for instance {@code Firefox, Windows}; empty if it does not say
     * @param lastSeen for instance {@code Wed 25 Mar, 09:00}
     * @param isThis whether it is the one that asks
     */
    record BrowserLine(String id, String browser, String lastSeen, boolean isThis) {}

    /** A token, its instants in words. */
    record TokenLine(String id, String name, String created, Optional<String> lastUsed, Optional<String> expires) {}

    List<BrowserLine> browsers(Person person, String own, Locale locale) {
        ZoneId zone = zone(person);
        return sessions.of(person.id()).stream()
                .map(each -> browser(each, own, zone, locale))
                .toList();
    }

    private static BrowserLine browser(BrowserSession session, String own, ZoneId zone, Locale locale) {
        return new BrowserLine(
                session.id(),
                BrowserName.of(session.browser()),
                words(session.lastSeen(), zone, locale),
                session.id().equals(own));
    }

    List<TokenLine> tokens(Person person, Locale locale) {
        ZoneId zone = zone(person);
        return tokens.of(person.id()).stream()
                .map(each -> token(each, zone, locale))
                .toList();
    }

    private static TokenLine token(AccessToken token, ZoneId zone, Locale locale) {
        return new TokenLine(
                token.id(),
                token.name(),
                words(token.createdAt(), zone, locale),
                token.lastUsedAt().map(used -> words(used, zone, locale)),
                token.expiresAt().map(end -> words(end, zone, locale)));
    }

    private ZoneId zone(Person person) {
        return preferences
                .of(person.id())
                .zone()
                .orElseGet(() -> directories.current().sites().stream()
                        .map(Site::zone)
                        .findFirst()
                        .orElse(ZoneId.of("UTC")));
    }

    private static String words(Instant moment, ZoneId zone, Locale locale) {
        return PageWords.shortDay(moment.atZone(zone).toLocalDate(), locale) + ", " + PageWords.time(moment, zone);
    }
}
