package org.passerelle.invitation.pending;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.calendar.PartStat;

/**
 * One person who is, was or would like to be invited.
 *
 * @param sent what they know; empty until they were sent something
 * @param trouble with their last mail
 * @param answer to the whole
 * @param dateAnswers to single dates of a series, by recurrence id
 * @param proposal another time that they would like
 * @param asked when they asked to be sent the invitation again, and were not yet
 */
public record Invitee(
        EmailAddress email,
        Optional<LastSent> sent,
        Optional<DeliveryProblem> trouble,
        Optional<AttendeeReply> answer,
        Map<Instant, AttendeeReply> dateAnswers,
        Optional<ProposedTime> proposal,
        Optional<Instant> asked) {

    public Invitee {
        dateAnswers = Map.copyOf(dateAnswers);
    }

    public static Invitee unknown(EmailAddress email) {
        return new Invitee(
                email,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    Invitee troubled(DeliveryProblem now) {
        return new Invitee(email, sent, Optional.of(now), answer, dateAnswers, proposal, asked);
    }

    /** The answer to {@code edition} as a whole, unless people agreed on another time since. */
    public PartStat standing(Snapshot edition) {
        return answer.filter(given -> given.about().equals(edition.meeting()))
                .map(AttendeeReply::standing)
                .orElse(PartStat.NEEDS_ACTION);
    }

    /** Whether the last thing they were told is that they are invited. */
    boolean isInvited() {
        return sent.filter(LastSent::isInvited).isPresent();
    }
}
