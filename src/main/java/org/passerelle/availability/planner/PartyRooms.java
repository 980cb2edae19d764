package org.passerelle.availability.planner;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.Site;

/**
 * A party and the rooms that would do for it at some time or other.
 *
 * @param position of the party in the question
 * @param options the best fit first; empty when its site has no such room
 * @param kinds of these
 */
record PartyRooms(int position, Party party, Site site, List<PartyOption> options, Set<RoomKind> kinds) {

    PartyRooms {
        options = List.copyOf(options);
        kinds = Set.copyOf(kinds);
    }

    PartyRooms(int position, Party party, Site site, List<PartyOption> options) {
        this(
                position,
                party,
                site,
                options,
                options.stream().map(PartyOption::kind).collect(Collectors.toSet()));
    }
}
