package org.passerelle.closure.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.passerelle.directory.edit.NetworkKeys;
import org.passerelle.directory.version.UsedRoomIds;
import org.springframework.stereotype.Component;

/** Who may change what of the directory, whichever door they come by. */
@Component
public class PlaceRights {

    private final Directories directories;
    private final UsedRoomIds used;

    PlaceRights(Directories directories, UsedRoomIds used) {
        this.directories = directories;
        this.used = used;
    }

    /** The sites that somebody runs, in the order of the directory. */
    public List<Site> sites(Person person) {
        return directories.current().sites().stream()
                .filter(site -> person.runs(site.id()))
                .toList();
    }

    /**
     * Whether somebody reads and writes a value of a site or a room that they run.
     *
     * @param path the keys that lead to it from the site or the room
     */
    public static boolean isTheirs(Person person, List<String> path) {
        return person.administersTheNetwork() || !NetworkKeys.has(path);
    }

    /** What keeps somebody from giving an id to a new room. */
    public enum IdObjection {
        /** It has not the form of an id. */
        FORM,
        /** It does not begin with that of the site. */
        ELSEWHERE,
        /** A room had it before. */
        USED
    }

    /**
     * What keeps somebody from giving this id to a new room. A manager takes none that was that of a room before, or that another
     * site's rooms go by: whatever was booked under it would be theirs to read.
     */
    public Optional<IdObjection> objection(Person person, SiteId site, String id) {
        if (!Slug.isSlug(id)) {
            return Optional.of(IdObjection.FORM);
        }
        if (person.administersTheNetwork()) {
            return Optional.empty();
        }
        boolean isTheirs = directories.current().sites().stream()
                .map(each -> each.id().value())
                .filter(each -> id.startsWith(each + "-"))
                .max(Comparator.comparingInt(String::length))
                .filter(site.value()::equals)
                .isPresent();
        if (!isTheirs) {
            return Optional.of(IdObjection.ELSEWHERE);
        }
        return used.isUsed(id) ? Optional.of(IdObjection.USED) : Optional.empty();
    }
}
