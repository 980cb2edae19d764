package org.passerelle.api;

import org.passerelle.account.Person;
import org.passerelle.account.Role;
import org.passerelle.availability.ConferencePlan;
import org.passerelle.availability.ConferencePlanner;
import org.passerelle.availability.ConferenceQuery;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.platform.work.Metered;
import org.passerelle.security.CurrentPerson;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Finds when several parties can meet, each near its own place. */
@RestController
@Metered
class ConferenceController {

    private final ConferencePlanner planner;
    private final Directories directories;

    ConferenceController(ConferencePlanner planner, Directories directories) {
        this.planner = planner;
        this.directories = directories;
    }

    /** The common slots; when there is none, a refusal that says who stands in the way and what would help. */
    @PostMapping("/api/v1/availability/conference")
    ConferenceView plan(@CurrentPerson Person person, @RequestBody ConferenceFields fields) {
        if (person.role() == Role.GUEST) {
            throw new Forbidden("looking for rooms");
        }
        Directory directory = directories.current();
        ConferenceQuery query = ConferenceReader.read(fields, person, directory);
        ConferencePlan plan = planner.plan(query);
        if (plan instanceof ConferencePlan.Found found) {
            return ConferenceView.of(found, directory);
        }
        throw new NoCommonTime(query, (ConferencePlan.NoCommonSlot) plan, directory);
    }
}
