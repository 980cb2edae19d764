package org.passerelle.web.book;

import java.util.List;
import java.util.Objects;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.springframework.util.MultiValueMap;

/**
 * A service as somebody typed it into a form.
 *
 * @param id of the service
 * @param quantity empty or zero for none of it
 */
public record TypedService(String id, String quantity, String note) {

    /** Before the id of a service, the names of its fields. */
    static final String QUANTITY = "service.";

    static final String NOTE = "service-note.";

    private static final int MOST = 100;

    static TypedService of(ServiceOrder order) {
        return new TypedService(order.service(), Integer.toString(order.quantity()), order.note());
    }

    /** Those of which some are wished. */
    static List<TypedService> of(MultiValueMap<String, String> sent) {
        return sent.keySet().stream()
                .filter(name -> name.startsWith(QUANTITY))
                .map(name -> name.substring(QUANTITY.length()))
                .sorted()
                .map(id -> new TypedService(id, text(sent, QUANTITY + id), text(sent, NOTE + id)))
                .filter(each -> !each.quantity().isEmpty() && !each.quantity().equals("0"))
                .limit(MOST)
                .toList();
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }
}
