package org.passerelle.directory.file;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceKind;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceLimits;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceNumbers;

/** Reads {@code services:} of each site: what it brings or does for meetings, with how much notice, and how much of it. */
final class ServicesReader {

    static final String KEY = "services";

    private static final int MOST_ROOMS = 200;
    private static final int MOST = 100;
    private static final Duration LONGEST_NOTICE = Duration.ofDays(60);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"]{1,64}@[a-z0-9.-]{1,180}");

    private final Map<String, Read> services = new LinkedHashMap<>();

    /** A service, and where it stands in the file. */
    private record Read(ServiceOffer offer, FileFields fields) {}

    void readSite(FileFields site, Site of) {
        site.eachOf(KEY, "service", (id, service) -> {
            if (services.containsKey(id)) {
                service.fault(
                        service.anchor(),
                        "service-id-taken",
                        services.get(id).offer().site());
            } else {
                services.put(id, new Read(read(id, service, of), service));
            }
        });
        if (services.values().stream()
                        .filter(each -> each.offer().site().equals(of.id().value()))
                        .count()
                > MOST) {
            site.fault(KEY, "list-too-long", KEY, MOST);
        }
    }

    private static ServiceOffer read(String id, FileFields service, Site site) {
        service.allowing("name", "kind", "notice", "perDay", "atOnce", "rooms", "orders");
        return new ServiceOffer(
                id,
                site.id().value(),
                site.zone(),
                service.required("name", Conversions::text, id),
                service.optional("kind", Conversions.oneOf(ServiceKind.class), ServiceKind.OTHER),
                service.optional("notice", Conversions.duration(Duration.ZERO, LONGEST_NOTICE), Duration.ZERO),
                new ServiceLimits(
                        limit(service, "perDay", ServiceLimits.MOST_A_DAY),
                        limit(service, "atOnce", ServiceLimits.MOST_AT_ONCE)),
                new HashSet<>(service.list("rooms", Conversions::slug, MOST_ROOMS)),
                service.optional("orders", ServicesReader::address, Optional.empty()),
                ServiceNumbers.NONE);
    }

    private static Optional<Integer> limit(FileFields service, String key, int most) {
        return service.optional(
                key,
                (name, text) -> Optional.of(Conversions.wholeNumber(1, most).from(name, text)),
                Optional.empty());
    }

    private static Optional<String> address(String key, String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new UnfitValue("no-mail-address", key, Quoted.of(text));
        }
        return Optional.of(text);
    }

    /** Everything read; a fault for each that is limited to a room of another site. */
    List<ServiceOffer> services(Function<RoomId, Optional<SiteId>> siteOf) {
        services.values()
                .forEach(each -> each.offer().rooms().stream()
                        .filter(room -> siteOf.apply(new RoomId(room))
                                .filter(site -> site.value().equals(each.offer().site()))
                                .isEmpty())
                        .forEach(room -> each.fields().fault("rooms", "room-elsewhere", room)));
        return services.values().stream().map(Read::offer).toList();
    }
}
