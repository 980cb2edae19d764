package org.passerelle.directory.file;

import java.util.List;
import java.util.Map;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceNumbers;

/** Which numbers a service needs of those that are claimed: one for its days, and one for each unit that there is at a time. */
final class ServiceClaimants {

    private ServiceClaimants() {}

    static void count(ServiceOffer service, Map<String, Integer> counts) {
        service.limits().perDay().ifPresent(any -> counts.put(days(service), 1));
        service.limits().atOnce().ifPresent(units -> counts.put(units(service), units));
    }

    static ServiceOffer numbered(ServiceOffer service, Map<String, List<Integer>> numbers) {
        return service.numbered(new ServiceNumbers(
                numbers.getOrDefault(days(service), List.of()).stream().findFirst(),
                numbers.getOrDefault(units(service), List.of())));
    }

    private static String days(ServiceOffer service) {
        return "service-days:" + service.id();
    }

    private static String units(ServiceOffer service) {
        return "service:" + service.id();
    }
}
