package org.passerelle.mail.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PublicMailProviders;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/**
 * Tells strangers from people of the network: those with an account, and those at a domain at which somebody has one, or of the
 * rooms. Domains at which anybody may open an address belong to nobody.
 */
@Component
class PeopleOutside implements Strangers {

    /** Whoever gets an account is known after so long at the latest. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final AccountRegister register;
    private final Directories directories;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, Set.of());

    private record Known(Instant until, Set<String> domains) {}

    PeopleOutside(Accounts accounts, AccountRegister register, Directories directories, Clock clock) {
        this.accounts = accounts;
        this.register = register;
        this.directories = directories;
        this.clock = clock;
    }

    @Override
    public boolean isStranger(EmailAddress address) {
        return accounts.person(address).isEmpty() && !domains().contains(domain(address.value()));
    }

    private Set<String> domains() {
        Instant now = clock.instant();
        Known last = known;
        if (!now.isBefore(last.until())) {
            last = new Known(now.plus(KEPT), read());
            known = last;
        }
        return last.domains();
    }

    private Set<String> read() {
        return Stream.concat(
                        register.people().stream().map(person -> person.email().value()),
                        directories.current().rooms().stream()
                                .map(room -> room.profile().email()))
                .map(PeopleOutside::domain)
                .filter(domain -> !PublicMailProviders.contains(domain))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
