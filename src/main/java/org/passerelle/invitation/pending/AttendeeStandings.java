package org.passerelle.invitation.pending;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.EmailAddress;
import org.passerelle.calendar.PartStat;
import org.passerelle.time.Interval;

/**
 * Who answers what to a meeting as it is now, date by date. An answer stands for the time it was given to: one to a series holds
 * for its dates, but not for a date that was moved after it was given (RFC 6638 section 3.2.8), which is asked for again.
 */
public final class AttendeeStandings {

    private final Delivery delivery;
    private final Snapshot edition;
    private final Instant now;
    private final Map<Instant, Interval> times;
    private final Map<String, Set<Instant>> movedSince = new HashMap<>();

    /**
     * @param edition what is to be answered now
     * @param now nobody is asked again about what has begun, though it may end at another time than was told
     */
    public AttendeeStandings(Delivery delivery, Snapshot edition, Instant now) {
        this.delivery = delivery;
        this.edition = edition;
        this.now = now;
        this.times = edition.times();
    }

    public AttendeeStanding of(EmailAddress whom) {
        Invitee invitee = delivery.of(whom);
        PartStat whole = invitee.standing(edition);
        Set<Instant> moved = movedSinceTold(invitee);
        Set<Instant> candidates = new HashSet<>(moved);
        candidates.addAll(invitee.dateAnswers().keySet());
        invitee.sent().ifPresent(sent -> candidates.addAll(sent.dateSequences().keySet()));
        Map<Instant, PartStat> differing = new HashMap<>();
        for (Instant date : candidates) {
            Interval time = times.get(date);
            if (time != null
                    && (time.start().isAfter(now) || invitee.dateAnswers().containsKey(date))) {
                PartStat standing =
                        onDate(invitee, date, time, moved.contains(date) ? Optional.empty() : Optional.of(whole));
                if (standing != whole) {
                    differing.put(date, standing);
                }
            }
        }
        return new AttendeeStanding(whole, differing);
    }

    /** @param whole their answer to the whole, if it can be about this time of the date */
    private static PartStat onDate(Invitee invitee, Instant date, Interval time, Optional<PartStat> whole) {
        int told = invitee.sent().map(sent -> sent.sequenceOf(date)).orElse(0);
        Optional<PartStat> own = Optional.ofNullable(invitee.dateAnswers().get(date))
                .filter(answer -> answer.sequence() >= told && answer.about().equals(Snapshot.meeting(time)))
                .map(AttendeeReply::standing);
        boolean isCovered =
                invitee.answer().filter(answer -> answer.sequence() >= told).isPresent();
        return own.or(() -> whole.filter(answer -> isCovered)).orElse(PartStat.NEEDS_ACTION);
    }

    /** Dates that take place at another time than they were told last; the mail that tells them is still to come. */
    private Set<Instant> movedSinceTold(Invitee invitee) {
        return delivery.knownTo(invitee)
                .filter(known -> invitee.isInvited() && known.meeting().equals(edition.meeting()))
                .map(known -> movedSince.computeIfAbsent(
                        invitee.sent().orElseThrow().edition(), name -> differingFrom(known)))
                .orElse(Set.of());
    }

    private Set<Instant> differingFrom(Snapshot known) {
        Map<Instant, Interval> before = known.times();
        Set<Instant> differing = new HashSet<>();
        times.forEach((date, time) -> {
            if (!time.equals(before.get(date))) {
                differing.add(date);
            }
        });
        return differing;
    }
}
