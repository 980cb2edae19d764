package org.passerelle.mail.optout;

import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.springframework.stereotype.Component;

/**
 * Who wants no mail of this network. Only of people without an account: whoever has one books here, and cannot do so without
 * being told. The store is asked each time, so that the very next mail heeds what was said, on every node.
 */
@Component
public class OptOuts {

    private final OptOutStore store;
    private final OptOutLinks links;
    private final Accounts accounts;
    private final Clock clock;

    OptOuts(OptOutStore store, OptOutLinks links, Accounts accounts, Clock clock) {
        this.store = store;
        this.links = links;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The link for a mail to {@code address}; empty for people with an account. */
    public Optional<URI> link(EmailAddress address) {
        return hasAccount(address) ? Optional.empty() : Optional.of(links.of(address));
    }

    /** Whether no mail may go to {@code address}. */
    public boolean refuses(EmailAddress address) {
        return !among(List.of(address)).isEmpty();
    }

    /** Those of {@code addresses} that no mail may go to. */
    public Set<EmailAddress> among(Collection<EmailAddress> addresses) {
        Map<String, EmailAddress> names = new HashMap<>();
        addresses.forEach(address -> names.put(links.name(address), address));
        Set<String> found = names.isEmpty() ? Set.of() : store.among(names.keySet());
        return names.entrySet().stream()
                .filter(each -> found.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .filter(address -> !hasAccount(address))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether whoever holds the link with {@code token} has said that they want no mail; empty if it is none of ours. */
    public Optional<Boolean> state(String token) {
        return links.name(token).map(name -> !store.among(List.of(name)).isEmpty());
    }

    /**
     * Notes what whoever holds the link wants; harmless to repeat.
     *
     * @return false if it is none of ours
     */
    public boolean note(String token, boolean wantsMail) {
        Optional<String> name = links.name(token);
        if (name.isPresent() && wantsMail) {
            store.remove(name.get());
        } else if (name.isPresent()) {
            store.add(name.get(), clock.instant());
        }
        return name.isPresent();
    }

    private boolean hasAccount(EmailAddress address) {
        return accounts.person(address).isPresent();
    }
}
