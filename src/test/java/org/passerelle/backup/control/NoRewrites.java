package org.passerelle.backup.control;

import java.util.function.Consumer;
import org.bson.Document;
import org.passerelle.booking.store.BookingRewrites;

/** Bookings that remember nothing beside their documents. */
final class NoRewrites implements BookingRewrites {

    @Override
    public void forEach(Consumer<Document> each) {}

    @Override
    public boolean rewrite(Document stored, Document rewritten) {
        return false;
    }

    @Override
    public void keepAnew() {}
}
