package org.passerelle.phrase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;

/** The names by which a network calls its sites, rooms and equipment, and the words of every language for kinds of rooms. */
public final class Vocabulary {

    /** A word of a name stands for the whole if it is so long and of no other name. */
    private static final int SHORTEST_WORD = 4;

    private static final int MOST_WORDS = 8;

    /** Something with a name, as it is written. */
    record Named(String text, Wish wish) {}

    private final Directory directory;
    private final Map<String, List<Named>> names = new HashMap<>();

    private Vocabulary(Directory directory) {
        this.directory = directory;
    }

    /** @param equipment words of the directory, with what people call them in any language */
    static Vocabulary of(Directory directory, Map<String, ? extends Collection<String>> equipment, Lexicon lexicon) {
        Vocabulary vocabulary = new Vocabulary(directory);
        for (RoomKind kind : RoomKind.values()) {
            lexicon.all("kind." + kind)
                    .forEach(word -> vocabulary.add(word.text(), word.text(), new Wish.OfKind(kind)));
        }
        lexicon.family("either")
                .forEach(word -> Stream.of(word.concept().split("\\."))
                        .skip(1)
                        .forEach(kind -> vocabulary.add(
                                word.text(),
                                lexicon.first("kind." + kind, word.language()),
                                new Wish.OfKind(RoomKind.valueOf(kind)))));
        lexicon.all("step-free").forEach(word -> vocabulary.add(word.text(), word.text(), new Wish.WithoutSteps()));
        Set<String> common = new HashSet<>(vocabulary.names.keySet());
        equipment.forEach((word, labels) -> {
            vocabulary.addUnless(common, word, word, new Wish.Equipped(word));
            for (String label : labels) {
                vocabulary.addUnless(common, label, label, new Wish.Equipped(word));
                vocabulary.addUnless(common, label + "s", label, new Wish.Equipped(word));
            }
        });
        common.addAll(vocabulary.names.keySet());
        directory.sites().forEach(vocabulary::add);
        directory.rooms().stream()
                .filter(room -> !room.isCountable())
                .forEach(room -> vocabulary.add(room, common, lexicon));
        vocabulary.addSingleWords(common, lexicon);
        return vocabulary;
    }

    private void addUnless(Set<String> taken, String name, String text, Wish wish) {
        if (!taken.contains(Folding.key(name))) {
            add(name, text, wish);
        }
    }

    private void add(Site site) {
        Wish wish = new Wish.AtSite(site.id());
        add(site.name(), site.name(), wish);
        add(site.id().value(), site.name(), wish);
        for (String part : site.name().split(",")) {
            add(part, site.name(), wish);
        }
    }

    /** By its name, and by what is left of that without "Salle", which a kind of rooms or a site may not be called. */
    private void add(Room room, Set<String> common, Lexicon lexicon) {
        Wish wish = new Wish.InRoom(room.id());
        addUnless(common, room.name(), room.name(), wish);
        String shorter = withoutFillers(Folding.key(room.name()), lexicon);
        boolean isOfASite =
                names.getOrDefault(shorter, List.of()).stream().anyMatch(each -> each.wish() instanceof Wish.AtSite);
        if (!isOfASite) {
            addUnless(common, shorter, room.name(), wish);
        }
    }

    private static String withoutFillers(String key, Lexicon lexicon) {
        Set<String> fillers = new HashSet<>();
        lexicon.all("filler").forEach(word -> fillers.add(word.key()));
        List<String> words = new ArrayList<>(List.of(key.split(" ")));
        while (words.size() > 1 && fillers.contains(words.get(0))) {
            words.remove(0);
        }
        return String.join(" ", words);
    }

    private void addSingleWords(Set<String> common, Lexicon lexicon) {
        Set<String> known = new HashSet<>(common);
        Stream.of("filler", "of", "for", "at")
                .flatMap(concept -> lexicon.all(concept).stream())
                .forEach(word -> known.add(word.key()));
        Map<String, Set<Named>> single = new HashMap<>();
        directory
                .sites()
                .forEach(site -> words(site.name(), new Named(site.name(), new Wish.AtSite(site.id())), single));
        directory.rooms().stream()
                .filter(room -> !room.isCountable())
                .forEach(room -> words(room.name(), new Named(room.name(), new Wish.InRoom(room.id())), single));
        single.forEach((word, named) -> {
            if (named.size() == 1 && !known.contains(word)) {
                names.putIfAbsent(word, new ArrayList<>(named));
            }
        });
    }

    private static void words(String name, Named named, Map<String, Set<Named>> single) {
        for (String word : Folding.key(name).split(" ")) {
            if (word.length() >= SHORTEST_WORD) {
                single.computeIfAbsent(word, each -> new HashSet<>()).add(named);
            }
        }
    }

    private void add(String name, String text, Wish wish) {
        String key = Folding.key(name);
        if (key.isEmpty() || key.split(" ").length > MOST_WORDS) {
            return;
        }
        List<Named> all = names.computeIfAbsent(key, each -> new ArrayList<>());
        if (all.stream().noneMatch(each -> each.wish().equals(wish))) {
            all.add(new Named(text, wish));
        }
    }

    /** What goes by {@code key}; several if it is the name of several. */
    List<Named> named(String key) {
        return names.getOrDefault(key, List.of());
    }

    Set<String> keys() {
        return names.keySet();
    }

    /** As many words as a name has at most. */
    static int mostWords() {
        return MOST_WORDS;
    }

    Optional<Site> site(SiteId id) {
        return directory.site(id);
    }

    Optional<Site> siteOf(RoomId id) {
        return directory.room(id).map(directory::siteOf);
    }
}
