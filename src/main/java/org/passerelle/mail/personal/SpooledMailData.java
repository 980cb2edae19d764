package org.passerelle.mail.personal;

import java.util.List;
import java.util.Set;
import org.passerelle.mail.inbox.search.ReadableMail;
import org.passerelle.mail.smtp.MailSpool;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.platform.personal.ErasureResult;
import org.passerelle.platform.personal.HeldData;
import org.passerelle.platform.personal.HeldDataSearch;
import org.passerelle.platform.personal.PersonMentions;
import org.passerelle.platform.personal.PersonalStore;
import org.springframework.stereotype.Component;

/** Mail that was kept in the data folder for want of a server: what was for somebody, and what names them. All of it goes. */
@Component
class SpooledMailData implements PersonalStore {

    private final MailSpool spool;

    SpooledMailData(MailSpool spool) {
        this.spool = spool;
    }

    @Override
    public Set<String> collections() {
        return Set.of();
    }

    /** After the bookings, whose last mails it takes. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<String> places() {
        return List.of("mail");
    }

    @Override
    public List<HeldData> held(DataSubject subject) {
        PersonMentions mentions = new PersonMentions(subject);
        HeldDataSearch held = new HeldDataSearch("mail");
        spool.newest(Integer.MAX_VALUE)
                .forEach(mail -> held.at(mail.id(), () -> {
                    if (mentions.isIn(ReadableMail.text(mail.bytes()))) {
                        held.mention();
                    }
                }));
        return List.of(held.end());
    }

    @Override
    public ErasureResult erase(DataSubject subject, boolean waits) {
        PersonMentions mentions = new PersonMentions(subject);
        return ErasureResult.complete(spool.removeIf(mail -> mentions.isIn(ReadableMail.text(mail.bytes()))));
    }
}
