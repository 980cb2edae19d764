package org.passerelle.web.live;

import java.util.Set;
import org.passerelle.account.PersonId;
import org.passerelle.directory.SiteId;

/**
 * Who watches what.
 *
 * @param isOfDesk whether the receptions of the sites are watched as well
 * @param session in which it was opened, and with which it ends
 */
record LiveWatch(PersonId person, Set<SiteId> sites, boolean isOfDesk, String session) {

    LiveWatch {
        sites = Set.copyOf(sites);
    }
}
