package org.passerelle.invitation.agent;

import java.util.List;
import org.passerelle.invitation.OutgoingMail;
import org.passerelle.invitation.agent.Dealings.Part;
import org.passerelle.invitation.agent.Dealings.State;

/**
 * What became of a part of an event at the site, and the organiser does not know yet.
 *
 * @param key of the part
 * @param before the part as it was told last
 * @param mails which tell it; none if it is over by now
 */
record News(String key, Part before, State state, List<OutgoingMail> mails) {

    News {
        mails = List.copyOf(mails);
    }
}
