package org.passerelle.booking.store.mongo.request;

import java.util.List;
import org.bson.Document;
import org.passerelle.booking.model.Holding.Stretch;

/** The part of a stored booking that tells which places it takes among those that one may have open; most have none of it. */
public final class PlacesDocument {

    private static final String PLACES = "openPlaces";

    private PlacesDocument() {}

    public static void append(Document booking, List<Stretch> places) {
        if (!places.isEmpty()) {
            booking.append(
                    PLACES,
                    places.stream()
                            .map(each -> new Document("number", each.number())
                                    .append("from", each.firstSlot())
                                    .append("to", each.endSlot()))
                            .toList());
        }
    }

    public static List<Stretch> read(Document booking) {
        return booking.getList(PLACES, Document.class, List.of()).stream()
                .map(each -> new Stretch(each.getInteger("number"), each.getLong("from"), each.getLong("to")))
                .toList();
    }
}
