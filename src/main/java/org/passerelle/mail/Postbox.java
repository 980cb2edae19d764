package org.passerelle.mail;

import org.passerelle.platform.text.Text;

/** Where mail is handed over. Returns once somebody else answers for it, or says why nobody does. */
public interface Postbox {

    /** How handing a mail over ended. */
    enum HandoverOutcome {
        /** It is on its way; whatever happens to it from now on comes back as a bounce. */
        TAKEN,
        /** It never will be taken: the address is impossible, or the server said so for good. */
        REFUSED,
        /** Its recipient wants no mail of this network, and it was not handed over. */
        UNWANTED,
        /** Not now; the same mail may be taken later. */
        LATER,
        /** There is nobody to hand anything over to; other mails will not fare better now. */
        UNREACHABLE
    }

    /** @param detail what was said, for whoever looks after the mail; empty when taken */
    record Receipt(HandoverOutcome outcome, String detail) {

        public static final Receipt TAKEN = new Receipt(HandoverOutcome.TAKEN, "");

        private static final int LONGEST = 300;

        /** Of {@code detail} only the first line, and of that no more than fits on a page. */
        public Receipt {
            detail = Text.line(detail.lines().findFirst().orElse(""), LONGEST);
        }
    }

    Receipt send(OutgoingMail mail);
}
