package org.passerelle.conference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.OrganisationId;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The providers there are, and which one holds a conference for which none was named. */
@Component
public class Providers {

    private final ObjectProvider<Provider> all;
    private final ConferenceProperties settings;
    private final Directories directories;

    Providers(ObjectProvider<Provider> all, ConferenceProperties settings, Directories directories) {
        this.all = all;
        this.settings = settings;
        this.directories = directories;
    }

    /** Every provider by name, whether it is set up or not. */
    public List<Provider> all() {
        return all.stream().sorted(Comparator.comparing(Provider::name)).toList();
    }

    public Optional<Provider> named(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    /** Names of those that can hold a conference. */
    public List<String> ready() {
        return all().stream().filter(Provider::isReady).map(Provider::name).toList();
    }

    /**
     * The name of the provider that the organisation chose, else the site of the first room, else the network; it may not
     * be {@link #ready() ready}.
     */
    public String usual(Optional<OrganisationId> organisation, List<RoomId> rooms) {
        return organisation
                .map(id -> settings.organisations().get(id.slug()))
                .or(() -> rooms.stream()
                        .findFirst()
                        .flatMap(directories.current()::room)
                        .map(room -> settings.sites().get(room.site().value())))
                .orElse(settings.provider());
    }
}
