package org.passerelle.mail;

import java.util.function.Supplier;
import org.passerelle.platform.StoredKey;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The installation's secret, from which those in mails are made. */
@Component
class MailKey implements Supplier<byte[]> {

    private final StoredKey key;

    MailKey(MongoOperations mongo) {
        this.key = new StoredKey(mongo, "mail");
    }

    @Override
    public byte[] get() {
        return key.get();
    }
}
