package org.passerelle.api.availability;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.passerelle.account.Person;
import org.passerelle.api.Forbidden;
import org.passerelle.api.ProblemType;
import org.passerelle.api.contract.Refuses;
import org.passerelle.availability.MeetingTimeFinder;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.booking.policy.BookingRights;
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
@Tag(name = "conference")
class MeetingTimesController {

    private final MeetingTimeFinder planner;
    private final Directories directories;

    MeetingTimesController(MeetingTimeFinder planner, Directories directories) {
        this.planner = planner;
        this.directories = directories;
    }

    /** The common slots; when there is none, a refusal that says who stands in the way and what would help. */
    @Operation(summary = "Finds times at which people at several sites can meet, each in a room at their site.")
    @Refuses(ProblemType.REFUSED)
    @PostMapping("/api/v1/availability/conference")
    MeetingTimesView plan(@CurrentPerson Person person, @RequestBody MeetingTimesFields fields) {
        if (!BookingRights.of(person).mayLookForRooms()) {
            throw new Forbidden("looking for rooms");
        }
        Directory directory = directories.current();
        MeetingTimeQuery query = MeetingTimesReader.read(fields, person, directory);
        MeetingTimes plan = planner.plan(query);
        if (plan instanceof MeetingTimes.Found found) {
            return MeetingTimesView.of(found, directory);
        }
        throw new NoCommonTime(query, (MeetingTimes.NoCommonSlot) plan, directory);
    }
}
