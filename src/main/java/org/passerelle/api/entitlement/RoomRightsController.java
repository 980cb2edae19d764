package org.passerelle.api.entitlement;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.passerelle.account.Person;
import org.passerelle.api.NotFound;
import org.passerelle.api.Problems;
import org.passerelle.booking.entitlement.RoomEntitlements;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Slug;
import org.passerelle.i18n.ReasonTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever asks what they may book in a room. */
@RestController
class RoomRightsController {

    private final RoomEntitlements entitlements;
    private final Directories directories;
    private final ReasonTexts texts;

    RoomRightsController(RoomEntitlements entitlements, Directories directories, ReasonTexts texts) {
        this.entitlements = entitlements;
        this.directories = directories;
        this.texts = texts;
    }

    @Operation(summary = "Tells what you may book in a room, in words, and how much of your quotas is left.")
    @Metered
    @GetMapping("/api/v1/rooms/{id}/rights")
    EntitlementView rights(@CurrentPerson Person person, @PathVariable String id, HttpServletRequest request) {
        if (!Slug.isSlug(id)) {
            throw new NotFound("room");
        }
        Room room = directories.current().room(new RoomId(id)).orElseThrow(() -> new NotFound("room " + id));
        return EntitlementView.of(entitlements.of(person, room), texts, Problems.languageOf(request));
    }
}
