package org.passerelle.web.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.passerelle.directory.edit.DirectoryDraft;
import org.passerelle.directory.edit.ValueChange;
import org.passerelle.i18n.DurationTexts;
import org.springframework.stereotype.Component;

/** In what two versions of the directory differ, in words. */
@Component
class ChangeWords {

    private static final String SITES = "sites";
    private static final String ROOMS = "rooms";
    private static final String NAME = "name";
    private static final String INNER = " › ";

    private final PlaceWords words;

    ChangeWords(PlaceWords words) {
        this.words = words;
    }

    /**
     * A value that is another.
     *
     * @param where the site and the room by their names; empty for what is of the whole network
     * @param before empty if nothing stood there
     */
    record ChangeLine(String where, String field, String before, String after) {}

    List<ChangeLine> between(DirectoryDraft before, DirectoryDraft after, Locale locale) {
        return ValueChange.between(before.tree(), after.tree()).stream()
                .map(change -> line(change, before, after, locale))
                .toList();
    }

    /**
     * What has changed within a site or a room.
     *
     * @param place where it stands in the file
     * @param isTold told the keys that lead from there to a value
     */
    List<ChangeLine> within(
            List<String> place,
            DirectoryDraft before,
            DirectoryDraft after,
            Predicate<List<String>> isTold,
            Locale locale) {
        return ValueChange.between(before.mapAt(place), after.mapAt(place)).stream()
                .filter(change -> isTold.test(change.path()))
                .map(change -> new ValueChange(FieldValues.join(place, change.path()), change.before(), change.after()))
                .map(change -> line(change, before, after, locale))
                .map(line -> new ChangeLine(withinSite(line.where()), line.field(), line.before(), line.after()))
                .toList();
    }

    /** The room alone, or nothing of what is of the site itself. */
    private static String withinSite(String where) {
        int room = where.indexOf(INNER);
        return room < 0 ? "" : where.substring(room + INNER.length());
    }

    private ChangeLine line(ValueChange change, DirectoryDraft before, DirectoryDraft after, Locale locale) {
        List<String> path = change.path();
        List<String> where = new ArrayList<>();
        int depth = 0;
        if (path.get(0).equals(SITES) && path.size() > 1) {
            depth = 2;
            where.add(name(path.subList(0, depth), before, after));
            if (path.size() > 3 && path.get(depth).equals(ROOMS)) {
                depth = 4;
                where.add(name(path.subList(0, depth), before, after));
            }
        }
        String key = String.join(".", path.subList(depth, path.size()));
        return new ChangeLine(
                String.join(INNER, where),
                key.isEmpty() ? "" : words.label(key, locale),
                value(change.before(), locale),
                value(change.after(), locale));
    }

    private static String name(List<String> place, DirectoryDraft before, DirectoryDraft after) {
        List<String> name = FieldValues.join(place, List.of(NAME));
        return after.at(name).or(() -> before.at(name)).map(String::valueOf).orElse(place.get(place.size() - 1));
    }

    private String value(Optional<String> written, Locale locale) {
        return written.map(text -> text.equals("true") || text.equals("false")
                        ? words.flag(text, locale)
                        : DurationTexts.ofWritten(text, locale))
                .orElse("");
    }
}
