package org.passerelle.outsider;

import java.util.List;
import org.passerelle.booking.refusal.Reason;

/** What comes of asking on a public page. */
public sealed interface AskedRequest {

    /** Whoever has the address gets a mail, if they may have one. That is said whatever is known of the address. */
    record MailOwed() implements AskedRequest {}

    /** The rules of the site do not allow it; nobody gets a mail. */
    record AgainstRules(List<Reason> reasons) implements AskedRequest {

        public AgainstRules {
            reasons = List.copyOf(reasons);
        }
    }

    /** The room is not free then. */
    record RoomIsTaken() implements AskedRequest {}

    /** There were as many requests at the site as there can be in a day. */
    record SiteIsFull() implements AskedRequest {}
}
