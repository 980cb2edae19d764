package org.passerelle.api.directory;

import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.api.Forbidden;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
import org.passerelle.closure.edit.PlaceRights;
import org.passerelle.closure.edit.PlaceRights.IdObjection;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.springframework.stereotype.Component;

/** Which sites and rooms somebody may change over the API, and where these stand in the directory's file. */
@Component
class SiteEntries {

    private final Directories directories;
    private final PlaceRights rights;

    SiteEntries(Directories directories, PlaceRights rights) {
        this.directories = directories;
        this.rights = rights;
    }

    List<Site> sites(Person person) {
        return rights.sites(person);
    }

    List<Room> rooms(Person person) {
        return sites(person).stream()
                .flatMap(site -> directories.current().roomsAt(site.id()).stream())
                .toList();
    }

    /** @throws NotFound if somebody else runs it, to whom alone it can be changed; one that there is not is found so when it is read */
    DirectoryPart site(Person person, String id) {
        if (!Slug.isSlug(id) || !person.runs(new SiteId(id))) {
            throw new NotFound("site " + id);
        }
        return DirectoryPart.site(person, id);
    }

    /** @throws NotFound unless it is at a site that they run */
    DirectoryPart room(Person person, String id) {
        return find(person, id).orElseThrow(() -> new NotFound("room " + id));
    }

    /** As {@link #room}; empty if there is no room of that id anywhere. */
    Optional<DirectoryPart> findUnlessOfOthers(Person person, String id) {
        boolean isAnywhere =
                Slug.isSlug(id) && directories.current().room(new RoomId(id)).isPresent();
        return isAnywhere ? Optional.of(room(person, id)) : Optional.empty();
    }

    private Optional<DirectoryPart> find(Person person, String id) {
        if (!Slug.isSlug(id)) {
            return Optional.empty();
        }
        return directories
                .current()
                .room(new RoomId(id))
                .filter(room -> person.runs(room.site()))
                .map(room -> DirectoryPart.room(person, room.site().value(), id));
    }

    /**
     * Where a new room is to stand.
     *
     * @throws Forbidden if somebody else runs the site
     * @throws InvalidRequest if there is no such site, or the id is none that they may give
     */
    DirectoryPart newRoom(Person person, String site, String id) {
        boolean isThere = Slug.isSlug(site)
                && directories.current().site(new SiteId(site)).isPresent();
        if (!isThere) {
            throw new InvalidRequest("site", "directory.site-unknown");
        }
        SiteId where = new SiteId(site);
        if (!person.runs(where)) {
            throw new Forbidden("a room at " + site);
        }
        rights.objection(person, where, id).ifPresent(why -> {
            throw new InvalidRequest("id", message(why));
        });
        return DirectoryPart.room(person, site, id);
    }

    private static String message(IdObjection why) {
        return switch (why) {
            case FORM -> "organisation.form";
            case ELSEWHERE -> "directory.id-elsewhere";
            case USED -> "directory.id-used";
        };
    }
}
