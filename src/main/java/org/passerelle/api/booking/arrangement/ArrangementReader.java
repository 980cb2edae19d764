package org.passerelle.api.booking.arrangement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Fields;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.directory.Slug;
import org.passerelle.platform.text.Text;

/** Reads how rooms are to be furnished and what is to be brought, laid over what stands. */
public final class ArrangementReader {

    private ArrangementReader() {}

    /**
     * @param layout a word, empty to leave the rooms as they are, null for what stands
     * @param services all that is to be ordered, null for what stands
     */
    public static Arrangements read(
            @Nullable String layout,
            @Nullable List<@Nullable ServiceFields> services,
            Arrangements standing,
            Fields errors) {
        Arrangements furnished = layout == null ? standing : standing.in(word(layout, errors));
        return services == null ? furnished : furnished.with(orders(services, errors));
    }

    private static Optional<String> word(String layout, Fields errors) {
        Optional<String> word = Optional.of(layout.strip()).filter(each -> !each.isEmpty());
        word.filter(each -> !Slug.isSlug(each)).ifPresent(each -> errors.refuse("layout", "booking.layout"));
        return word.filter(Slug::isSlug);
    }

    private static List<ServiceOrder> orders(List<@Nullable ServiceFields> services, Fields errors) {
        if (services.size() > Arrangements.MOST_SERVICES) {
            errors.refuse("services", "booking.services-count");
            return List.of();
        }
        Map<String, ServiceOrder> orders = new LinkedHashMap<>();
        for (int i = 0; i < services.size(); i++) {
            String path = "services[" + i + "]";
            order(path, services.get(i), errors).ifPresent(order -> {
                if (orders.put(order.service(), order) != null) {
                    errors.refuse(path + ".service", "booking.service-twice");
                }
            });
        }
        return new ArrayList<>(orders.values());
    }

    private static Optional<ServiceOrder> order(String path, @Nullable ServiceFields sent, Fields errors) {
        if (sent == null) {
            errors.refuse(path, "field.missing");
            return Optional.empty();
        }
        Optional<String> service =
                errors.parsed(path + ".service", sent.service(), ArrangementReader::slug, "booking.service");
        int quantity = Objects.requireNonNullElse(sent.quantity(), 1);
        if (quantity < 1 || quantity > ServiceOrder.MOST) {
            errors.refuse(path + ".quantity", "booking.service-quantity");
            return Optional.empty();
        }
        String note = Objects.requireNonNullElse(sent.note(), "");
        if (note.length() > ServiceOrder.LONGEST_NOTE || !Text.isLine(note)) {
            errors.refuse(path + ".note", "booking.service-note");
            return Optional.empty();
        }
        return service.map(id -> new ServiceOrder(id, quantity, note));
    }

    private static String slug(String word) {
        Slug.require(word);
        return word;
    }
}
