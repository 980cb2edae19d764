package org.passerelle.web.deputies;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.Organisation;
import org.passerelle.account.Person;
import org.passerelle.account.deputy.DeputyTerms;
import org.passerelle.account.deputy.Deputyship;
import org.passerelle.account.deputy.NamingDeputies;
import org.passerelle.account.deputy.Principal;
import org.passerelle.account.deputy.Principal.OrganisationPrincipal;
import org.passerelle.account.deputy.Principal.PersonPrincipal;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Puts deputyships into words. */
@Component
class DeputyLines {

    private final NamingDeputies naming;
    private final Accounts accounts;
    private final PageWords words;

    DeputyLines(NamingDeputies naming, Accounts accounts, PageWords words) {
        this.naming = naming;
        this.accounts = accounts;
        this.words = words;
    }

    /**
     * One of them.
     *
     * @param name of whoever is on the other side, and {@code key} what a form calls them
     * @param when from when until when
     * @param link to the bookings that are looked after; empty if that are several people's, or none at the moment
     */
    record DeputyLine(
            String key, String name, String when, boolean includesPrivate, boolean inForce, Optional<String> link) {}

    /** Who stands in for {@code principal}. */
    List<DeputyLine> of(Principal principal, ZoneId zone, Locale locale) {
        return naming.of(principal).stream()
                .map(each -> deputy(each, zone, locale))
                .sorted(Comparator.comparing(DeputyLine::name))
                .toList();
    }

    private DeputyLine deputy(Deputyship deputyship, ZoneId zone, Locale locale) {
        Contact deputy = accounts.contact(deputyship.deputy());
        return new DeputyLine(
                deputy.email().value(),
                deputy.shown(),
                when(deputyship.terms(), zone, locale),
                deputyship.terms().includesPrivate(),
                accounts.person(deputyship.deputy())
                        .filter(deputyship::isInForceFor)
                        .isPresent(),
                Optional.empty());
    }

    /** For whom {@code deputy} stands in. */
    List<DeputyLine> by(Person deputy, ZoneId zone, Locale locale) {
        return naming.by(deputy.id()).stream()
                .map(each -> principal(each, deputy, zone, locale))
                .sorted(Comparator.comparing(DeputyLine::name))
                .toList();
    }

    private DeputyLine principal(Deputyship deputyship, Person deputy, ZoneId zone, Locale locale) {
        boolean inForce = deputyship.isInForceFor(deputy);
        Optional<String> address = deputyship.principal() instanceof PersonPrincipal person
                ? Optional.of(accounts.contact(person.id()).email().value())
                : Optional.empty();
        return new DeputyLine(
                deputyship.principal().text(),
                name(deputyship.principal()),
                when(deputyship.terms(), zone, locale),
                deputyship.terms().includesPrivate(),
                inForce,
                address.filter(any -> inForce));
    }

    String name(Principal principal) {
        return principal instanceof PersonPrincipal person
                ? accounts.contact(person.id()).shown()
                : accounts.organisation(((OrganisationPrincipal) principal).id())
                        .map(Organisation::name)
                        .orElse("");
    }

    String when(DeputyTerms terms, ZoneId zone, Locale locale) {
        String from = terms.from().map(moment -> day(moment, zone, locale)).orElse("");
        String until = terms.until()
                .map(moment -> day(moment.minusMillis(1), zone, locale))
                .orElse("");
        String key = (from.isEmpty() ? "" : ".from") + (until.isEmpty() ? "" : ".until");
        return words.text("deputies.when" + key, locale, from, until);
    }

    private static String day(Instant moment, ZoneId zone, Locale locale) {
        return PageWords.day(moment.atZone(zone).toLocalDate(), locale);
    }
}
