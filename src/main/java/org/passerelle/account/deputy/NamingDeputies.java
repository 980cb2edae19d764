package org.passerelle.account.deputy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.account.Role;
import org.passerelle.account.deputy.Principal.OrganisationPrincipal;
import org.passerelle.account.deputy.Principal.PersonPrincipal;
import org.springframework.stereotype.Component;

/**
 * Names deputies, and ends that they are. Everybody names their own; those of an organisation, and of others, are named by
 * whoever administers the network. Nobody names themselves, and deputies name no deputies.
 */
@Component
public class NamingDeputies {

    private final Accounts accounts;
    private final Deputyships deputyships;
    private final DeputyRecord record;
    private final Clock clock;

    public NamingDeputies(Accounts accounts, Deputyships deputyships, DeputyRecord record, Clock clock) {
        this.accounts = accounts;
        this.deputyships = deputyships;
        this.record = record;
        this.clock = clock;
    }

    /** What became of a wish to name somebody. */
    public sealed interface DeputyNaming {

        record Named(Deputyship deputyship) implements DeputyNaming {}

        record NotNamed(DeputyRefusal why) implements DeputyNaming {}
    }

    /** Why somebody was not named. */
    public enum DeputyRefusal {
        /** Who names is neither the principal nor administers the network. */
        NOT_YOURS,
        /** It would be themselves, or the principal. */
        ONESELF,
        /** Nobody of the principal's organisation has the address, or only a guest; who has one elsewhere is not told. */
        NO_COLLEAGUE,
        /** It would end before it begins. */
        ENDS_TOO_SOON,
        /** There are {@link Deputyships#MOST} already. */
        TOO_MANY
    }

    /** Makes whoever has {@code address} a deputy of {@code principal}, or changes their terms. */
    public DeputyNaming name(Person by, Principal principal, EmailAddress address, DeputyTerms terms) {
        if (!mayName(by, principal)) {
            return new DeputyNaming.NotNamed(DeputyRefusal.NOT_YOURS);
        }
        if (address.equals(by.email()) || isAddressOf(principal, address)) {
            return new DeputyNaming.NotNamed(DeputyRefusal.ONESELF);
        }
        if (!terms.areSound()) {
            return new DeputyNaming.NotNamed(DeputyRefusal.ENDS_TOO_SOON);
        }
        Optional<Person> colleague = accounts.person(address).filter(person -> mayStandIn(person, principal));
        if (colleague.isEmpty()) {
            return new DeputyNaming.NotNamed(DeputyRefusal.NO_COLLEAGUE);
        }
        boolean isClose = terms.includesPrivate() && principal instanceof PersonPrincipal;
        Deputyship deputyship = new Deputyship(
                principal,
                (AccountId) colleague.get().id(),
                new DeputyTerms(terms.from(), terms.until(), isClose),
                (AccountId) by.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!deputyships.put(deputyship)) {
            return new DeputyNaming.NotNamed(DeputyRefusal.TOO_MANY);
        }
        record.add(DeputyChange.named(deputyship));
        return new DeputyNaming.Named(deputyship);
    }

    /**
     * Ends that whoever has {@code address} is a deputy of {@code principal}, with all that follows from it. Nothing happens if
     * they are not, or if {@code by} has no say in it.
     */
    public void end(Person by, Principal principal, EmailAddress address) {
        if (mayName(by, principal) || address.equals(by.email())) {
            accounts.person(address)
                    .map(Person::id)
                    .filter(AccountId.class::isInstance)
                    .ifPresent(deputy -> end(by, principal, (AccountId) deputy));
        }
    }

    private void end(Person by, Principal principal, AccountId deputy) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        deputyships.of(principal).stream()
                .filter(each -> each.deputy().equals(deputy) && !each.terms().areOver(now))
                .forEach(each -> record.add(DeputyChange.ended(each, now, Optional.of((AccountId) by.id()))));
        deputyships.remove(principal, deputy);
    }

    /** What became of deputies since {@code since} as far as {@code reader} may know, the newest first: all of it who administers the network. */
    public List<DeputyChange> record(Person reader, Instant since) {
        return record.since(since).stream()
                .filter(change -> reader.administersTheNetwork() || change.concerns(reader.id()))
                .toList();
    }

    /** Who stands in for {@code principal}, has or will, of those who still have an account. */
    public List<Deputyship> of(Principal principal) {
        return deputyships.of(principal).stream()
                .filter(each -> accounts.person(each.deputy()).isPresent())
                .toList();
    }

    /** For whom {@code deputy} stands in, did or will, of those who are still there. */
    public List<Deputyship> by(PersonId deputy) {
        return deputy instanceof AccountId account
                ? deputyships.by(account).stream()
                        .filter(each -> isThere(each.principal()))
                        .toList()
                : List.of();
    }

    private boolean isThere(Principal principal) {
        return principal instanceof PersonPrincipal person
                ? accounts.person(person.id()).isPresent()
                : accounts.organisation(((OrganisationPrincipal) principal).id())
                        .isPresent();
    }

    private static boolean mayName(Person by, Principal principal) {
        return by.administersTheNetwork()
                || principal instanceof PersonPrincipal own && own.id().equals(by.id());
    }

    private boolean isAddressOf(Principal principal, EmailAddress address) {
        return principal instanceof PersonPrincipal person
                && accounts.person(person.id()).map(Person::email).equals(Optional.of(address));
    }

    private boolean mayStandIn(Person person, Principal principal) {
        return person.id() instanceof AccountId && person.role() != Role.GUEST && isColleague(person, principal);
    }

    private boolean isColleague(Person person, Principal principal) {
        if (principal instanceof PersonPrincipal other) {
            return accounts.person(other.id())
                    .filter(each -> each.organisation().equals(person.organisation()))
                    .isPresent();
        }
        OrganisationId organisation = ((OrganisationPrincipal) principal).id();
        return accounts.organisation(organisation).isPresent()
                && person.organisation().equals(Optional.of(organisation));
    }
}
