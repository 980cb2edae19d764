package org.passerelle.notification.notice;

import org.passerelle.account.PersonId;
import org.passerelle.platform.digest.Digests;

/**
 * Something that one person is to be told once.
 *
 * @param subject of what it is, such as the id of a webhook
 * @param occasion tells this time from other times of the same, such as since when it has stood
 */
public record PersonalNotice(PersonId to, String subject, String occasion) {

    /**
     * Names it and no other, however often it is found; the Message-ID of its mail is made of it.
     *
     * @param kind what tells notices of one source from those of others
     */
    public String key(String kind) {
        return Digests.shortHex(kind + "\n" + to.text() + "\n" + subject + "\n" + occasion);
    }
}
