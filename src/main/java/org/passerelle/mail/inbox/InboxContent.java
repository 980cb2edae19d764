package org.passerelle.mail.inbox;

import org.bson.types.Binary;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** The bytes of a mail as stored, under its id. */
@Document(InboxContent.COLLECTION)
record InboxContent(@Id String id, Binary raw) {

    static final String COLLECTION = "inbox_contents";
}
