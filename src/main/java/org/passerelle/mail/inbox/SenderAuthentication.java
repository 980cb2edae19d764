package org.passerelle.mail.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.passerelle.mail.dkim.DkimVerifier;
import org.springframework.stereotype.Component;

/**
 * Whether a mail certainly comes from whom it says: it was handed in where only trusted senders do, the mail server in front
 * of us says so, or the sender's domain has signed it.
 */
@Component
class SenderAuthentication {

    /** How certain a sender is. */
    enum Certainty {
        /** As mail that is handed in where only trusted senders can. */
        TRUSTED,
        /** Our own mail server says so. */
        VOUCHED,
        /** The sender's domain has signed it. */
        SIGNED,
        UNCERTAIN,
        /** It is signed, and nobody could be asked for the key. */
        UNKNOWN_YET;

        boolean isCertain() {
            return this == TRUSTED || this == VOUCHED || this == SIGNED;
        }
    }

    /** After that a key that cannot be asked for is taken for none. */
    private static final Duration LONGEST_TRYING = Duration.ofHours(1);

    /** Of two the lower is signed, and the upper is read: somebody else could say where the parts of a mail begin. */
    private static final List<String> ONCE = List.of("content-type", "content-transfer-encoding");

    private final DkimVerifier dkim;
    private final InboxProperties settings;
    private final Clock clock;

    SenderAuthentication(DkimVerifier dkim, InboxProperties settings, Clock clock) {
        this.dkim = dkim;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param sender of {@code raw}; where whoever signs mail or vouches for it would read another, nobody is certain */
    Certainty of(InboxMail mail, String sender, byte[] raw) {
        if (mail.trusted()) {
            return Certainty.TRUSTED;
        }
        ParsedMail header = ParsedMail.headerOf(raw);
        boolean isClear = Origin.sender(header).filter(sender::equals).isPresent()
                && !Origin.isNamedAsAnother(header)
                && ONCE.stream().noneMatch(name -> header.all(name).size() > 1);
        if (!isClear) {
            return Certainty.UNCERTAIN;
        }
        Optional<String> authserv = settings.authserv().filter(id -> Origin.isVouchedFor(header, sender, id));
        if (authserv.isPresent()) {
            return Certainty.VOUCHED;
        }
        String domain = sender.substring(sender.lastIndexOf('@') + 1);
        return switch (dkim.verify(raw, domain, clock.instant())) {
            case SIGNED -> Certainty.SIGNED;
            case UNSIGNED -> Certainty.UNCERTAIN;
            case UNSURE ->
                clock.instant().isBefore(mail.received().plus(LONGEST_TRYING))
                        ? Certainty.UNKNOWN_YET
                        : Certainty.UNCERTAIN;
        };
    }
}
