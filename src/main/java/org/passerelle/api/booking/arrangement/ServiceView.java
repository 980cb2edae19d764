package org.passerelle.api.booking.arrangement;

import io.swagger.v3.oas.annotations.media.Schema;
import org.passerelle.booking.arrangement.ServiceOrder;

/** So much of a service, as clients are told it. */
@Schema(name = "OrderedService")
public record ServiceView(String service, int quantity, String note) {

    public static ServiceView of(ServiceOrder order) {
        return new ServiceView(order.service(), order.quantity(), order.note());
    }
}
