package org.passerelle.calendar.read;

import java.util.List;

/**
 * Somebody, or some room, who takes part in an event.
 *
 * @param email in lower case; a well-formed address
 * @param name as it is shown; may be empty
 * @param answer PARTSTAT in upper case, NEEDS-ACTION unless said (RFC 5545 section 3.2.12)
 * @param kind CUTYPE in upper case, INDIVIDUAL unless said (section 3.2.3)
 * @param rsvp whether an answer is asked for
 * @param via who acts for whom
 */
public record EventParticipant(
        String email, String name, String answer, String role, String kind, boolean rsvp, Via via) {

    /**
     * Who acts for whom, as addresses.
     *
     * @param sentBy who wrote in the name of this one; empty if nobody
     * @param delegatedFrom who handed the invitation on to this one
     * @param delegatedTo to whom this one handed it on
     */
    public record Via(List<String> sentBy, List<String> delegatedFrom, List<String> delegatedTo) {

        public Via {
            sentBy = List.copyOf(sentBy);
            delegatedFrom = List.copyOf(delegatedFrom);
            delegatedTo = List.copyOf(delegatedTo);
        }
    }
}
