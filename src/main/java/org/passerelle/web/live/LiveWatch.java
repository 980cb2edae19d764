package org.passerelle.web.live;

import org.passerelle.account.PersonId;
import org.passerelle.directory.SiteId;

/**
 * Who watches what.
 *
 * @param isOfDesk whether the reception of the site is watched as well
 * @param session in which it was opened, and with which it ends
 */
record LiveWatch(PersonId person, SiteId site, boolean isOfDesk, String session) {}
