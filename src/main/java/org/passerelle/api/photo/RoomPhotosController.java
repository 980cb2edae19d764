package org.passerelle.api.photo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Forbidden;
import org.passerelle.api.InvalidRequest;
import org.passerelle.api.NotFound;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The photos of rooms, which those who run their sites choose. */
@RestController
@RequestMapping("/api/v1/rooms/{id}/photo")
class RoomPhotosController {

    private final RoomPhotos photos;
    private final PhotoStudio studio;
    private final Directories directories;

    RoomPhotosController(RoomPhotos photos, PhotoStudio studio, Directories directories) {
        this.photos = photos;
        this.studio = studio;
        this.directories = directories;
    }

    @Operation(summary = "Gives the photo of a room, as JPEG.")
    @GetMapping(produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> get(@PathVariable String id) {
        RoomPhoto photo = photos.find(room(id).id()).orElseThrow(() -> new NotFound("photo of " + id));
        return ResponseEntity.ok().eTag(photo.tag()).body(photo.jpeg());
    }

    /** @param picture JPEG or PNG, of 1 MB at most; it is made smaller and drawn anew */
    @Operation(summary = "Puts another photo in the place of the one that a room has.")
    @Metered
    @PutMapping(consumes = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    PhotoJson put(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] picture) {
        Room room = managed(person, id);
        try {
            RoomPhoto photo = studio.develop(room.id(), picture == null ? new byte[0] : picture);
            photos.put(photo);
            return new PhotoJson(id, photo.width(), photo.height(), photo.tag());
        } catch (PhotoRefused e) {
            throw new InvalidRequest(
                    "photo",
                    "photo." + e.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    @Operation(summary = "Removes the photo of a room, also when there is none.")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@CurrentPerson Person person, @PathVariable String id) {
        photos.remove(managed(person, id).id());
    }

    private Room managed(Person person, String id) {
        Room room = room(id);
        if (!person.runs(room.site())) {
            throw new Forbidden("photo of " + id);
        }
        return room;
    }

    private Room room(String id) {
        return (Slug.isSlug(id) ? directories.current().room(new RoomId(id)) : Optional.<Room>empty())
                .orElseThrow(() -> new NotFound("room " + id));
    }

    /** What was made of the picture, in pixels. */
    @Schema(name = "RoomPhoto")
    record PhotoJson(String room, int width, int height, String tag) {}
}
