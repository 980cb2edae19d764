package org.passerelle.booking.store.mongo;

import java.util.List;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.BookingWrite;

/** Tells those who remember, on the thread that wrote, so that whoever is answered next is answered by what is stored now. */
record WrittenFamilies(FamilySearch search, StoredOccupancy occupancy) {

    void wrote(List<Booking> before, Family after) {
        Holding holding = HoldingDocument.of(after);
        search.wrote(after, holding);
        occupancy.wrote(holding, new BookingWrite(after.root(), before, after.members()));
    }

    void wroteNew(Family family) {
        wrote(List.of(), family);
    }

    void mayHaveWritten(Family stored) {
        Holding holding = HoldingDocument.of(stored);
        search.wrote(stored, holding);
        occupancy.wrote(holding);
    }
}
