package org.passerelle.directory.edit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which sites and rooms two texts of the directory say something else of, by names that those of a site and a room do not share. */
public final class ChangedPlaces {

    private static final String SITES = "sites";
    private static final String ROOMS = "rooms";

    private ChangedPlaces() {}

    /** What a site goes by here. */
    public static String site(String id) {
        return "site/" + id;
    }

    /** What a room goes by here. */
    public static String room(String id) {
        return "room/" + id;
    }

    /** The rooms that have changed, and the sites that have or at which one has; sorted. */
    public static List<String> between(String before, String after) {
        Map<String, Object> sitesBefore = DirectoryDraft.of(before).mapAt(List.of(SITES));
        Map<String, Object> sitesAfter = DirectoryDraft.of(after).mapAt(List.of(SITES));
        Collection<String> changed = new TreeSet<>();
        differing(sitesBefore, sitesAfter).forEach(site -> {
            changed.add(site(site));
            differing(rooms(sitesBefore, site), rooms(sitesAfter, site)).forEach(room -> changed.add(room(room)));
        });
        return List.copyOf(changed);
    }

    private static Map<String, Object> rooms(Map<String, Object> sites, String site) {
        return ValuePaths.at(sites, List.of(site, ROOMS)).map(ValuePaths::asMap).orElse(Map.of());
    }

    private static Stream<String> differing(Map<String, Object> before, Map<String, Object> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)));
    }
}
