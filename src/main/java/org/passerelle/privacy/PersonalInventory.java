package org.passerelle.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.ErasureResult;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.personal.PersonalCollection;
import org.passerelle.platform.personal.PersonalCollection.ContentKind;
import org.passerelle.platform.personal.PersonalCollections;
import org.passerelle.platform.personal.PersonalStore;
import org.passerelle.platform.personal.StoredPersonalData;
import org.springframework.stereotype.Component;

/** All places that keep something of people, as the modules name them. */
@Component
public class PersonalInventory {

    private final List<PersonalCollection> collections;
    private final List<PersonalStore> stores;
    private final StoredPersonalData data;

    PersonalInventory(List<PersonalCollections> modules, List<PersonalStore> stores, StoredPersonalData data) {
        this.collections = modules.stream()
                .flatMap(module -> module.collections().stream())
                .sorted(Comparator.comparing(PersonalCollection::name))
                .toList();
        this.stores = stores.stream()
                .sorted(Comparator.comparing(PersonalStore::order))
                .toList();
        this.data = data;
    }

    /** Every collection that somebody answers for, those that hold nothing of people too. */
    public Set<String> answeredFor() {
        return Stream.concat(
                        collections.stream().map(PersonalCollection::name),
                        stores.stream().flatMap(store -> store.collections().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The collections that the store has and nobody answers for. There should be none. */
    public Set<String> unknown() {
        Set<String> unknown = new TreeSet<>(data.names());
        unknown.removeAll(answeredFor());
        return unknown;
    }

    /** Every place that may hold something, as {@link HeldData} names it. */
    List<String> places() {
        return Stream.concat(
                        stores.stream().flatMap(store -> store.places().stream()),
                        collections.stream()
                                .filter(collection -> collection.content() != ContentKind.IMPERSONAL)
                                .map(PersonalCollection::name))
                .toList();
    }

    /** What all of them hold of {@code subject}; places without anything are left out. */
    List<HeldData> held(DataSubject subject) {
        List<HeldData> held = new ArrayList<>();
        stores.forEach(store -> held.addAll(store.held(subject)));
        all().forEach(collection -> held.add(data.held(collection, subject)));
        held.removeIf(HeldData::isEmpty);
        held.sort(Comparator.comparing(HeldData::place));
        return held;
    }

    /** Whether {@code held} is what {@link #erase} takes from a collection: after it, somebody has written it there. */
    boolean isUnerased(HeldData held) {
        return held.count() > 0
                && all().anyMatch(collection -> collection.name().equals(held.place())
                        && collection.content() == ContentKind.CUT
                        && !collection.isFigures());
    }

    /**
     * Erases everywhere, as far as that can be done now. As long as one place is not complete, those that come after it by order
     * are left as they are: they are needed to finish its work.
     *
     * @param waits see {@link PersonalStore#erase}
     */
    ErasureResult erase(DataSubject subject, boolean waits) {
        ErasureResult result = ErasureResult.NOTHING;
        for (PersonalStore store : stores) {
            if (result.isComplete() || store.order() == 0) {
                result = result.and(store.erase(subject, waits));
            }
        }
        for (PersonalCollection collection : all().toList()) {
            result = result.and(data.erase(collection, subject));
        }
        return result;
    }

    /** Every text of the store that may hold an address. Reads all of it. */
    Stream<String> texts() {
        return data.names().stream().sorted().flatMap(data::texts);
    }

    /** What nobody answers for is looked through as well, lest somebody stay in it. */
    private Stream<PersonalCollection> all() {
        return Stream.concat(collections.stream(), unknown().stream().map(PersonalCollection::mentioning));
    }
}
