package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.closure.AffectedDates;
import org.passerelle.api.directory.PartRequests.PartWish;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a change of a site, a room or an operator would hit; documented with the calls that make it. */
@RestController
@RequestMapping(path = "/api/v1/admin", params = "dryRun=true")
@Metered
@Hidden
class PartTryOutController {

    private final AdminSitesController sites;
    private final AdminRoomsController rooms;
    private final SiteEntries entries;
    private final PartRequests parts;

    PartTryOutController(
            AdminSitesController sites, AdminRoomsController rooms, SiteEntries entries, PartRequests parts) {
        this.sites = sites;
        this.rooms = rooms;
        this.entries = entries;
        this.parts = parts;
    }

    private static PartWish wish(Person person, DirectoryPart part, @Nullable String ifMatch, Locale locale) {
        return new PartWish(part, ifMatch, DirectoryController.wish(person, null, null), locale);
    }

    @PostMapping("/sites")
    AffectedDates addSite(@CurrentPerson Person person, @RequestBody SiteResource sent, Locale locale) {
        return parts.tryAdding(wish(person, AdminSitesController.added(person, sent), null, locale), sent);
    }

    @PutMapping("/sites/{id}")
    AffectedDates replaceSite(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SiteResource sent,
            Locale locale) {
        return parts.tryReplacing(wish(person, sites.changed(person, id, sent), ifMatch, locale), sent);
    }

    @DeleteMapping("/sites/{id}")
    AffectedDates removeSite(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        AdminSitesController.requireAdministrator(person);
        return parts.tryRemoving(wish(person, DirectoryPart.site(person, id), ifMatch, locale));
    }

    @PostMapping("/rooms")
    AffectedDates addRoom(@CurrentPerson Person person, @RequestBody RoomResource sent, Locale locale) {
        return parts.tryAdding(wish(person, rooms.added(person, sent), null, locale), sent);
    }

    @PutMapping("/rooms/{id}")
    AffectedDates replaceRoom(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RoomResource sent,
            Locale locale) {
        return parts.tryReplacing(wish(person, rooms.changed(person, id, sent), ifMatch, locale), sent);
    }

    @DeleteMapping("/rooms/{id}")
    AffectedDates removeRoom(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return entries.findUnlessOfOthers(person, id)
                .map(part -> parts.tryRemoving(wish(person, part, ifMatch, locale)))
                .orElseGet(() -> AffectedDates.tried(List.of()));
    }

    @PostMapping("/operators")
    AffectedDates addOperator(@CurrentPerson Person person, @RequestBody OperatorResource sent, Locale locale) {
        return parts.tryAdding(wish(person, AdminOperatorsController.added(person, sent), null, locale), sent);
    }

    @PutMapping("/operators/{id}")
    AffectedDates replaceOperator(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OperatorResource sent,
            Locale locale) {
        return parts.tryReplacing(
                wish(person, AdminOperatorsController.changed(person, id, sent), ifMatch, locale), sent);
    }

    @DeleteMapping("/operators/{id}")
    AffectedDates removeOperator(
            @CurrentPerson Person person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return parts.tryRemoving(wish(person, DirectoryPart.operator(person, id), ifMatch, locale));
    }
}
