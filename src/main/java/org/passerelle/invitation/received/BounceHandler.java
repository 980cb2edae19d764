package org.passerelle.invitation.received;

import java.util.List;
import java.util.Optional;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.invitation.Bounces;
import org.passerelle.mail.inbox.BounceRecogniser;
import org.passerelle.mail.inbox.DeliveryReport;
import org.passerelle.mail.inbox.LoggedReason;
import org.passerelle.mail.inbox.MailReceiver;
import org.passerelle.mail.inbox.ParsedMail;
import org.passerelle.mail.inbox.ReceivedMail;
import org.passerelle.mail.inbox.Reception;
import org.springframework.stereotype.Component;

/**
 * Receives mail of ours that comes back. That it is ours is proved by the address it comes to, which only the envelope of
 * that one mail had, or by its Message-ID in what a server sends to the address of the answers; so it need not be known who
 * sends it.
 */
@Component
class BounceHandler implements MailReceiver {

    private final Bounces bounces;
    private final AgentAddresses addresses;

    BounceHandler(Bounces bounces, AgentAddresses addresses) {
        this.bounces = bounces;
        this.addresses = addresses;
    }

    @Override
    public boolean takes(String recipient) {
        return isForAnswers(recipient) || bounces.takes(recipient);
    }

    @Override
    public boolean receivesAutomaticMail() {
        return true;
    }

    @Override
    public boolean precedesAuthentication() {
        return true;
    }

    private boolean isForAnswers(String recipient) {
        return addresses.answered(recipient).isPresent();
    }

    /** Only what reports a failure marks anybody; people's programs answer to these addresses too, while they are away. */
    @Override
    public Optional<Reception> receive(ReceivedMail mail) {
        ParsedMail parsed = mail.message();
        boolean isOfAServer = BounceRecogniser.isOfAServer(mail.envelope().returnPath());
        boolean cameToUs = !isForAnswers(mail.recipient());
        if (!cameToUs && (!isOfAServer || !parsed.calendars().isEmpty())) {
            return Optional.empty();
        }
        Optional<String> address =
                cameToUs ? Optional.of(mail.recipient()) : bounces.returnedIn(BounceRecogniser.about(parsed));
        Optional<String> report = address.filter(known -> isOfAServer)
                .flatMap(known -> DeliveryReport.failure(parsed, returnsOurs(parsed)))
                .map(DeliveryReport::said);
        if (report.isPresent()) {
            bounces.take(address.orElseThrow(), report.get());
            return Optional.of(Reception.done(List.of(cameBack(report.get()))));
        }
        return cameToUs ? Optional.of(Reception.ignored(LoggedReason.of("NO_REPORT"))) : Optional.empty();
    }

    private static LoggedReason cameBack(String said) {
        String detail = said.replace(" | ", " ").strip();
        return detail.isEmpty() ? LoggedReason.of("CAME_BACK") : LoggedReason.of("CAME_BACK", detail);
    }

    private boolean returnsOurs(ParsedMail parsed) {
        return bounces.returnedIn(BounceRecogniser.returned(parsed)).isPresent();
    }
}
