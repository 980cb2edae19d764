package org.passerelle.booking.arrangement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the rooms of a booking are to be furnished, and what is to be brought or done.
 *
 * @param layout the word of a layout, for each of its rooms that can be furnished in some way; empty to leave them as they are
 * @param services each once, at most {@value #MOST_SERVICES}
 */
public record Arrangements(Optional<String> layout, List<ServiceOrder> services) {

    public static final int MOST_SERVICES = 20;

    /** Rooms as they are, and nothing else. */
    public static final Arrangements NONE = new Arrangements(Optional.empty(), List.of());

    /** @throws IllegalArgumentException if there are too many services, or one comes twice */
    public Arrangements {
        services = List.copyOf(services);
        if (services.size() > MOST_SERVICES) {
            throw new IllegalArgumentException("At most " + MOST_SERVICES + " services can be ordered");
        }
        if (services.stream().map(ServiceOrder::service).distinct().count() < services.size()) {
            throw new IllegalArgumentException("A service is ordered twice");
        }
    }

    public boolean isEmpty() {
        return layout.isEmpty() && services.isEmpty();
    }

    /** In {@code word}, or as the rooms are if it is empty. */
    public Arrangements in(Optional<String> word) {
        return new Arrangements(word, services);
    }

    /** With other services. */
    public Arrangements with(List<ServiceOrder> others) {
        return new Arrangements(layout, others);
    }

    /** For instance {@code theatre, melun-lunch 12 (no nuts)}; empty if there is nothing. */
    public String inShort() {
        return Stream.concat(layout.stream(), services.stream().map(each -> each.inShort()))
                .collect(Collectors.joining(", "));
    }

    public Optional<ServiceOrder> service(String id) {
        return services.stream().filter(each -> each.service().equals(id)).findFirst();
    }
}
