package org.passerelle.web.book;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.directory.Slug;
import org.passerelle.platform.text.Text;
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

    /** Empty if it is no order. */
    Optional<ServiceOrder> order() {
        boolean isOrder = Slug.isSlug(id)
                && quantity.matches("[1-9][0-9]{0,3}")
                && Integer.parseInt(quantity) <= ServiceOrder.MOST
                && note.length() <= ServiceOrder.LONGEST_NOTE
                && Text.isLine(note);
        return isOrder ? Optional.of(new ServiceOrder(id, Integer.parseInt(quantity), note)) : Optional.empty();
    }
}
