package org.passerelle.api.availability;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.passerelle.account.Person;
import org.passerelle.api.Forbidden;
import org.passerelle.api.ProblemType;
import org.passerelle.api.Problems;
import org.passerelle.api.contract.Refuses;
import org.passerelle.availability.RoomFinder;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.availability.query.UsualSites;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Directories;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Finds rooms that can be booked, and what comes close. */
@RestController
@Metered
class RoomSearchController {

    private final RoomFinder finder;
    private final UsualSites usualSites;
    private final Directories directories;
    private final AvailabilityTexts texts;

    RoomSearchController(RoomFinder finder, UsualSites usualSites, Directories directories, AvailabilityTexts texts) {
        this.finder = finder;
        this.usualSites = usualSites;
        this.directories = directories;
        this.texts = texts;
    }

    /** The rooms that the asking person could book, the best first; and near misses when fewer than three fit. */
    @Operation(summary = "Finds the rooms that you could book at a time, the best first, and what comes close.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/api/v1/availability/rooms")
    RoomSearchView find(
            @CurrentPerson Person person, @RequestBody RoomSearchFields fields, HttpServletRequest request) {
        if (!BookingRights.of(person).mayLookForRooms()) {
            throw new Forbidden("looking for rooms");
        }
        RoomQuery query = RoomSearchReader.read(fields, person, usualSites.of(person.id()), directories.current());
        var found = finder.find(query, RoomSearchReader.limit(fields));
        return RoomSearchView.of(found, texts, Problems.languageOf(request));
    }
}
