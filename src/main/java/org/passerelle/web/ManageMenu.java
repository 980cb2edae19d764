package org.passerelle.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.account.Role;

/**
 * The area of what somebody manages: its pages in groups, but for those that there are not for them.
 *
 * @param isHere whether the page that is shown is one of them
 */
record ManageMenu(List<ManageGroup> groups, boolean isHere) {

    static final ManageMenu NOTHING = new ManageMenu(List.of(), false);

    /** @param name ends the key of its heading */
    record ManageGroup(String name, List<ManageEntry> entries) {}

    /**
     * @param name ends the key of what it is called
     * @param count of what waits there; none is not told
     * @param current what assistive technology is told of it, where it is what is shown or leads there
     */
    record ManageEntry(String name, String path, int count, Optional<String> current) {}

    static ManageMenu of(Person person, String here, int requests) {
        boolean runs = person.role() == Role.SITE_MANAGER;
        boolean manages = runs || person.administersTheNetwork();
        Entries site = new Entries(here)
                .add(runs, "reception", "/reception")
                .add(manages, "tasks", "/tasks")
                .add(person.decidesSomewhere(), "requests", "/requests", requests);
        Entries rooms = new Entries(here)
                .add(manages, "rooms", "/day")
                .add(manages, "places", "/manage/places")
                .add(manages, "closures", "/closures")
                .add(manages, "no-shows", "/no-shows")
                .add(manages, "panels", "/panels")
                .add(manages, "devices", "/suites")
                .add(manages, "video", "/video");
        Entries exchange = new Entries(here)
                .add(manages, "imports", "/imports")
                .add(manages, "feeds", "/calendars")
                .add(manages, "mail", "/mail-log");
        Entries network = new Entries(here)
                .add(person.administersTheNetwork(), "network", "/manage/network")
                .add(person.administersTheNetwork(), "operators", "/manage/operators")
                .add(person.administersTheNetwork(), "directory", "/directory")
                .add(person.administersTheNetwork(), "people", "/people")
                .add(person.administersTheNetwork(), "organisations", "/organisations")
                .add(person.administersTheNetwork(), "erasures", "/erasures")
                .add(manages, "audit", "/audit")
                .add(manages, "due", "/due")
                .add(person.administersTheNetwork(), "backups", "/backups");
        List<ManageGroup> groups = new ArrayList<>();
        site.addTo(groups, "site");
        rooms.addTo(groups, "rooms");
        exchange.addTo(groups, "exchange");
        network.addTo(groups, "network");
        boolean isHere =
                groups.stream().flatMap(group -> group.entries.stream()).anyMatch(entry -> entry.current.isPresent());
        return new ManageMenu(List.copyOf(groups), isHere);
    }

    public boolean isThere() {
        return !groups.isEmpty();
    }

    /** Where the area begins. */
    public String first() {
        return groups.get(0).entries.get(0).path;
    }

    /** The name of the page that is shown, which ends the key of what it is called. */
    public String shown() {
        return groups.stream()
                .flatMap(group -> group.entries.stream())
                .filter(entry -> entry.current.isPresent())
                .findFirst()
                .map(ManageEntry::name)
                .orElse("");
    }

    /** How much waits in all of it. */
    public int count() {
        return groups.stream()
                .flatMap(group -> group.entries.stream())
                .mapToInt(ManageEntry::count)
                .sum();
    }

    private static final class Entries {

        private final String here;
        private final List<ManageEntry> entries = new ArrayList<>();

        Entries(String here) {
            this.here = here;
        }

        Entries add(boolean isTheirs, String name, String path) {
            return add(isTheirs, name, path, 0);
        }

        Entries add(boolean isTheirs, String name, String path, int count) {
            if (isTheirs) {
                entries.add(new ManageEntry(name, path, count, current(path)));
            }
            return this;
        }

        private Optional<String> current(String path) {
            if (here.equals(path)) {
                return Optional.of("page");
            }
            return here.startsWith(path + "/") ? Optional.of("true") : Optional.empty();
        }

        void addTo(List<ManageGroup> groups, String name) {
            if (!entries.isEmpty()) {
                groups.add(new ManageGroup(name, List.copyOf(entries)));
            }
        }
    }
}
