package org.passerelle.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.i18n.AvailabilityTexts;
import org.springframework.stereotype.Component;

/** What rooms can be asked to have: things that stand in them, and things that are counted and carried to them. */
@Component
public class Equipment {

    private final AvailabilityTexts texts;

    Equipment(AvailabilityTexts texts) {
        this.texts = texts;
    }

    /** Something to ask for, by the word that stands for it in the directory. */
    public record Thing(String word, String label) {}

    /** All there is in {@code directory}, by the alphabet of the reader. */
    public List<Thing> all(Directory directory, Locale locale) {
        return directory.rooms().stream()
                .flatMap(room -> room.isCarried() ? Stream.of(name(room)) : room.profile().equipment().stream())
                .distinct()
                .map(word -> new Thing(word, texts.equipment(word, locale)))
                .sorted(Comparator.comparing(Thing::label))
                .toList();
    }

    /** Whether each of {@code words} stands in {@code room} or can be carried to it. */
    public static boolean canHave(Room room, Collection<String> words, Directory directory) {
        return words.stream()
                .allMatch(word -> room.profile().equipment().contains(word)
                        || pool(word, room, directory).isPresent());
    }

    /** The pools of which a unit must be booked with {@code room}, because it lacks some of {@code words} itself. */
    public static List<Room> carriedTo(Room room, Collection<String> words, Directory directory) {
        return words.stream()
                .filter(word -> !room.profile().equipment().contains(word))
                .sorted()
                .flatMap(word -> pool(word, room, directory).stream())
                .distinct()
                .toList();
    }

    private static Optional<Room> pool(String word, Room room, Directory directory) {
        return directory.roomsAt(room.site()).stream()
                .filter(pool -> pool.isCarried() && !pool.equals(room))
                .filter(pool -> name(pool).equals(word) || pool.id().value().equals(word))
                .findFirst();
    }

    /** The id of {@code pool} without that of its site, so that the same things go by one word everywhere. */
    private static String name(Room pool) {
        String id = pool.id().value();
        String prefix = pool.site() + "-";
        return id.startsWith(prefix) ? id.substring(prefix.length()) : id;
    }
}
