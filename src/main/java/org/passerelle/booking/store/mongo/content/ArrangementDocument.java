package org.passerelle.booking.store.mongo.content;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.arrangement.ServiceOrder;

/** How rooms are furnished and what is brought: two fields of a stored booking, absent where nothing is arranged. */
public final class ArrangementDocument {

    private static final String LAYOUT = "layout";
    private static final String SERVICES = "services";

    private ArrangementDocument() {}

    public static void append(Document booking, Arrangements arrangements) {
        arrangements.layout().ifPresent(layout -> booking.append(LAYOUT, layout));
        if (!arrangements.services().isEmpty()) {
            booking.append(
                    SERVICES,
                    arrangements.services().stream()
                            .map(ArrangementDocument::from)
                            .toList());
        }
    }

    private static Document from(ServiceOrder order) {
        Document document = new Document("service", order.service()).append("quantity", order.quantity());
        return order.note().isEmpty() ? document : document.append("note", order.note());
    }

    public static Arrangements toArrangements(Document booking) {
        Optional<String> layout = Optional.ofNullable(booking.getString(LAYOUT));
        List<ServiceOrder> services = booking.getList(SERVICES, Document.class, List.of()).stream()
                .map(each ->
                        new ServiceOrder(each.getString("service"), each.getInteger("quantity"), each.get("note", "")))
                .toList();
        return layout.isEmpty() && services.isEmpty() ? Arrangements.NONE : new Arrangements(layout, services);
    }
}
