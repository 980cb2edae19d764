package org.passerelle.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.invitation.text.Reader;

/**
 * A state of affairs that people are to be told of. It is asked again and again: what follows from what is stored needs no queue,
 * and a crash loses nothing.
 */
public interface NoticeSource {

    /** Tells its notices from those of other sources, such as {@code webhook-paused}; its texts are found by it. */
    String kind();

    /** All that stands at {@code now} and should be known, told already or not. Asked every few seconds. */
    List<PersonalNotice> standing(Instant now);

    /** What is said to {@code person}; empty if it does not stand any more, or is not theirs to know. */
    Optional<NoticeText> text(PersonalNotice notice, Person person, Reader reader);
}
