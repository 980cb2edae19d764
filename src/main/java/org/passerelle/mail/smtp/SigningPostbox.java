package org.passerelle.mail.smtp;

import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;

/** Signs mail before it is handed over. */
record SigningPostbox(DkimSigner signer, Postbox next) implements Postbox {

    @Override
    public Receipt send(OutgoingMail mail) {
        return next.send(
                new OutgoingMail(mail.messageId(), mail.sender(), mail.recipient(), signer.sign(mail.bytes())));
    }
}
