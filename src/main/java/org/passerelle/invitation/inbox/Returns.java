package org.passerelle.invitation.inbox;

import java.util.List;
import java.util.Optional;
import org.passerelle.invitation.Bounces;
import org.passerelle.invitation.inbox.InboxMail.Course;
import org.passerelle.invitation.inbox.InboxMail.State;
import org.springframework.stereotype.Component;

/**
 * Deals with mail of ours that comes back. That it is ours is proved by the address it comes to, which only the envelope of
 * that one mail had, or by its Message-ID in what a server sends to the address of the answers.
 */
@Component
class Returns {

    private final Bounces bounces;

    Returns(Bounces bounces) {
        this.bounces = bounces;
    }

    /**
     * How it ended; empty for a mail that did not come back.
     *
     * <p>Only what reports a failure marks anybody; people's programs answer to these addresses too, while they are away.
     */
    Optional<Course> take(InboxMail mail, ParsedMail parsed, Course begun) {
        boolean cameToUs = bounces.takes(mail.recipient());
        if (!cameToUs
                && (!Postmasters.sent(mail.returnPath()) || !parsed.calendars().isEmpty())) {
            return Optional.empty();
        }
        Optional<String> address =
                cameToUs ? Optional.of(mail.recipient()) : bounces.returnedIn(Postmasters.about(parsed));
        Optional<String> report = address.filter(known -> Postmasters.sent(mail.returnPath()))
                .flatMap(known -> DeliveryReport.failure(parsed, returnsOurs(parsed)))
                .map(DeliveryReport::said);
        if (report.isPresent()) {
            bounces.take(address.orElseThrow(), report.get());
            String said = report.get().replace(" | ", " ");
            return Optional.of(begun.ended(State.DONE, List.of(("CAME_BACK " + said).strip())));
        }
        return cameToUs ? Optional.of(begun.ended(State.IGNORED, List.of("NO_REPORT"))) : Optional.empty();
    }

    private boolean returnsOurs(ParsedMail parsed) {
        return bounces.returnedIn(Postmasters.returned(parsed)).isPresent();
    }
}
