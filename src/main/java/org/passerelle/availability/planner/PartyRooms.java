package org.passerelle.availability.planner;

import java.util.List;
import org.passerelle.availability.ConferenceQuery.Party;
import org.passerelle.directory.Site;

/**
 * A party and the rooms that would do for it at some time or other.
 *
 * @param position of the party in the question
 * @param options the best fit first; empty when its site has no such room
 */
record PartyRooms(int position, Party party, Site site, List<Option> options) {

    PartyRooms {
        options = List.copyOf(options);
    }
}
