package org.passerelle.mail.personal;

import java.time.Instant;
import org.passerelle.platform.personal.RetainedData;
import org.springframework.stereotype.Component;

/** Forgets mail that rooms received once it is old and dealt with. */
@Component
class RetainedMail implements RetainedData {

    private final KeptMail kept;

    RetainedMail(KeptMail kept) {
        this.kept = kept;
    }

    @Override
    public RetentionKind kind() {
        return RetentionKind.MAIL;
    }

    @Override
    public long forgetBefore(Instant before, int most) {
        return kept.forgetBefore(before, most);
    }
}
