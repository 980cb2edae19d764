package org.passerelle.roomagent;

import java.util.List;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.State;

/**
 * What became of a part of an event at the site, and the organiser does not know yet.
 *
 * @param key of the part
 * @param before the part as it was told last
 * @param mails which tell it; none if it is over by now
 */
record StatusUpdate(String key, InstanceState before, State state, List<OutgoingMail> mails) {

    StatusUpdate {
        mails = List.copyOf(mails);
    }
}
