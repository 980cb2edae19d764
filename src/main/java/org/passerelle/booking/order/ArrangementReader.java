package org.passerelle.booking.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.arrangement.ServiceOrder;
import org.passerelle.booking.order.SubjectText.ServiceText;
import org.passerelle.directory.Slug;
import org.passerelle.platform.text.Text;

/** Reads how rooms are to be furnished and what is to be brought, laid over what stands. */
final class ArrangementReader {

    private ArrangementReader() {}

    static Arrangements read(SubjectText sent, Arrangements standing, OrderFaults faults) {
        Arrangements furnished = sent.layout() == null ? standing : standing.in(layout(sent.layout(), faults));
        return sent.services() == null ? furnished : furnished.with(orders(sent.services(), faults));
    }

    private static Optional<String> layout(String layout, OrderFaults faults) {
        Optional<String> word = Optional.of(layout.strip()).filter(each -> !each.isEmpty());
        word.filter(each -> !Slug.isSlug(each)).ifPresent(each -> faults.add(OrderField.LAYOUT, OrderFaultCode.LAYOUT));
        return word.filter(Slug::isSlug);
    }

    private static List<ServiceOrder> orders(List<@Nullable ServiceText> services, OrderFaults faults) {
        if (services.size() > Arrangements.MOST_SERVICES) {
            faults.add(OrderField.SERVICES, OrderFaultCode.SERVICES_COUNT);
            return List.of();
        }
        Map<String, ServiceOrder> orders = new LinkedHashMap<>();
        for (int i = 0; i < services.size(); i++) {
            String path = OrderField.SERVICES.path() + "[" + i + "]";
            order(path, services.get(i), faults).ifPresent(order -> {
                if (orders.put(order.service(), order) != null) {
                    faults.add(OrderField.SERVICES, path + ".service", OrderFaultCode.SERVICE_TWICE);
                }
            });
        }
        return new ArrayList<>(orders.values());
    }

    private static Optional<ServiceOrder> order(String path, @Nullable ServiceText sent, OrderFaults faults) {
        if (sent == null) {
            faults.add(OrderField.SERVICES, path, OrderFaultCode.MISSING);
            return Optional.empty();
        }
        Optional<String> service = faults.parsed(
                OrderField.SERVICES,
                path + ".service",
                sent.service(),
                ArrangementReader::slug,
                OrderFaultCode.SERVICE);
        String quantity = Objects.requireNonNullElse(sent.quantity(), "1");
        if (!isQuantity(quantity)) {
            faults.add(OrderField.SERVICES, path + ".quantity", OrderFaultCode.SERVICE_QUANTITY);
            return Optional.empty();
        }
        String note = Objects.requireNonNullElse(sent.note(), "");
        if (note.length() > ServiceOrder.LONGEST_NOTE || !Text.isLine(note)) {
            faults.add(OrderField.SERVICES, path + ".note", OrderFaultCode.SERVICE_NOTE);
            return Optional.empty();
        }
        return service.map(id -> new ServiceOrder(id, Integer.parseInt(quantity), note));
    }

    private static boolean isQuantity(String digits) {
        return digits.matches("[0-9]{1,4}")
                && Integer.parseInt(digits) >= 1
                && Integer.parseInt(digits) <= ServiceOrder.MOST;
    }

    private static String slug(String word) {
        Slug.require(word);
        return word;
    }
}
