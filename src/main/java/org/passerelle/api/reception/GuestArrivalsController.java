package org.passerelle.api.reception;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.api.Fields;
import org.passerelle.api.Forbidden;
import org.passerelle.api.NotFound;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.reception.GuestArrivals;
import org.passerelle.security.CurrentPerson;
import org.passerelle.time.WrittenTimes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which guests of a day have come, as the reception of a site notes it. */
@RestController
class GuestArrivalsController {

    private final GuestArrivals arrivals;
    private final Directories directories;

    GuestArrivalsController(GuestArrivals arrivals, Directories directories) {
        this.arrivals = arrivals;
        this.directories = directories;
    }

    /**
     * @param guest as the list of the day names them
     * @param date local day of the site
     */
    @Operation(summary = "Notes that a guest has come, for the managers of the site; again, it changes nothing.")
    @Refuses(ProblemType.NOT_FOUND)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/v1/sites/{id}/guests/{guest}/arrival")
    void note(
            @CurrentPerson Person person,
            @PathVariable String id,
            @PathVariable String guest,
            @RequestParam(required = false) @Nullable String date) {
        require(arrivals.note(person, site(person, id), day(date), guest), guest);
    }

    /**
     * @param guest as the list of the day names them
     * @param date local day of the site
     */
    @Operation(summary = "Takes back that a guest has come, for the managers of the site; again, it changes nothing.")
    @Refuses(ProblemType.NOT_FOUND)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/v1/sites/{id}/guests/{guest}/arrival")
    void undo(
            @CurrentPerson Person person,
            @PathVariable String id,
            @PathVariable String guest,
            @RequestParam(required = false) @Nullable String date) {
        require(arrivals.undo(person, site(person, id), day(date), guest), guest);
    }

    private Site site(Person person, String id) {
        Site site = Fields.quietly(id, SiteId::new)
                .flatMap(directories.current()::site)
                .orElseThrow(() -> new NotFound("site " + id));
        if (!person.manages(site.id())) {
            throw new Forbidden("the reception of " + id);
        }
        return site;
    }

    private static LocalDate day(@Nullable String date) {
        Fields errors = new Fields();
        LocalDate day =
                errors.parsed("date", date, WrittenTimes::date, "time.date").orElse(LocalDate.EPOCH);
        errors.requireNone();
        return day;
    }

    private static void require(boolean isExpected, String guest) {
        if (!isExpected) {
            throw new NotFound("guest " + guest);
        }
    }
}
