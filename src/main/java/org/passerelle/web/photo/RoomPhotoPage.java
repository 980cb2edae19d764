package org.passerelle.web.photo;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Slug;
import org.passerelle.photo.PhotoRefused;
import org.passerelle.photo.PhotoStudio;
import org.passerelle.photo.RoomPhoto;
import org.passerelle.photo.RoomPhotos;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The photo of a room, and the page on which a manager of its site puts another in its place. */
@Controller
class RoomPhotoPage {

    private final RoomPhotos photos;
    private final PhotoStudio studio;
    private final Directories directories;

    RoomPhotoPage(RoomPhotos photos, PhotoStudio studio, Directories directories) {
        this.photos = photos;
        this.studio = studio;
        this.directories = directories;
    }

    /** The picture itself; browsers ask each time whether it is still the same. */
    @GetMapping("/rooms/{id}/photo")
    @Nullable
    ResponseEntity<byte[]> show(@CurrentPerson Person person, @PathVariable String id, WebRequest request) {
        Room room = room(id);
        String tag = photos.tag(room.id()).orElseThrow(() -> new NoSuchPage("photo of " + id));
        if (request.checkNotModified("\"" + tag + "\"")) {
            return null;
        }
        RoomPhoto photo = photos.find(room.id()).orElseThrow(() -> new NoSuchPage("photo of " + id));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .eTag(photo.tag())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(photo.jpeg());
    }

    @GetMapping("/manage/places/{site}/rooms/{id}/photo")
    String ask(@CurrentPerson Person person, @PathVariable String site, @PathVariable String id, Model model) {
        Room room = managed(person, site, id);
        model.addAttribute("room", room);
        model.addAttribute("tag", photos.tag(room.id()));
        return "room-photo";
    }

    /** @param file at most 1 MB; where scripts run it is made small enough before it is sent */
    @Metered
    @PostMapping("/manage/places/{site}/rooms/{id}/photo")
    String put(
            @CurrentPerson Person person,
            @PathVariable String site,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        Room room = managed(person, site, id);
        try {
            photos.put(studio.develop(room.id(), file == null ? new byte[0] : file.getBytes()));
            next.addFlashAttribute("done", "put");
        } catch (PhotoRefused e) {
            next.addFlashAttribute(
                    "refused", e.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return here(room);
    }

    @PostMapping("/manage/places/{site}/rooms/{id}/photo/remove")
    String remove(
            @CurrentPerson Person person, @PathVariable String site, @PathVariable String id, RedirectAttributes next) {
        Room room = managed(person, site, id);
        photos.remove(room.id());
        next.addFlashAttribute("done", "removed");
        return here(room);
    }

    private static String here(Room room) {
        return "redirect:/manage/places/" + room.site() + "/rooms/" + room.id() + "/photo";
    }

    private Room managed(Person person, String site, String id) {
        return Optional.of(room(id))
                .filter(room -> room.site().value().equals(site) && person.runs(room.site()))
                .orElseThrow(() -> new NoSuchPage("room " + id));
    }

    private Room room(String id) {
        return (Slug.isSlug(id) ? directories.current().room(new RoomId(id)) : Optional.<Room>empty())
                .orElseThrow(() -> new NoSuchPage("room " + id));
    }
}
