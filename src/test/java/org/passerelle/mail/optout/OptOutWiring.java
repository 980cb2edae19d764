package org.passerelle.mail.optout;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.platform.PublicUrls;

/** Opt-outs in memory, for tests without Spring. */
public final class OptOutWiring {

    private OptOutWiring() {}

    public static OptOuts inMemory(Accounts accounts, Clock clock) {
        OptOutLinks links = new OptOutLinks(
                () -> "not a secret".getBytes(StandardCharsets.US_ASCII), PublicUrls.at("https://rooms.example"));
        return new OptOuts(new InMemory(), links, accounts, clock);
    }

    private static final class InMemory implements OptOutStore {

        private final Set<String> names = ConcurrentHashMap.newKeySet();

        @Override
        public Set<String> among(Collection<String> wanted) {
            return wanted.stream().filter(names::contains).collect(Collectors.toSet());
        }

        @Override
        public void add(String name, Instant since) {
            names.add(name);
        }

        @Override
        public void remove(String name) {
            names.remove(name);
        }
    }
}
