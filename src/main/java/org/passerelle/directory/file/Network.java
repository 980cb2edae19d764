package org.passerelle.directory.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.directory.BookingCaps;
import org.passerelle.directory.ClaimNumbers;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Operator;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.VideoResource;
import org.passerelle.directory.arrangement.ServiceOffer;

/** What a directory file means, before rooms have their numbers. Two files that mean the same are equal. */
public record Network(
        List<Operator> operators,
        List<Site> sites,
        List<RoomPlan> rooms,
        List<VideoResource> video,
        List<ServiceOffer> services,
        BookingCaps caps,
        boolean confidentialEvents) {

    public static final Network EMPTY =
            new Network(List.of(), List.of(), List.of(), List.of(), List.of(), BookingCaps.DEFAULT, false);

    public Network {
        operators = List.copyOf(operators);
        sites = List.copyOf(sites);
        rooms = List.copyOf(rooms);
        video = List.copyOf(video);
        services = List.copyOf(services);
    }

    /** The rooms whose bookings would be orphaned if {@code next} took the place of this network. */
    public Set<RoomId> roomsLostIn(Network next) {
        var successors = new HashMap<RoomId, RoomPlan>();
        next.rooms.forEach(room -> successors.put(room.id(), room));
        var lost = new LinkedHashSet<RoomId>();
        for (RoomPlan room : rooms) {
            var successor = successors.get(room.id());
            if (successor == null || room.losesClaimsIn(successor)) {
                lost.add(room.id());
            }
        }
        return lost;
    }

    /** This network with numbers, those of a combined room being the numbers of its parts in their order. */
    public Directory directory(long version, ClaimNumbers claimNumbers) {
        var counts = new LinkedHashMap<String, Integer>();
        for (RoomPlan room : rooms) {
            if (room.ownNumbers() > 0) {
                counts.put(claimant(room.id()), room.ownNumbers());
            }
            if (room.sharesSetUp()) {
                counts.put(setUpClaimant(room.id()), 1);
            }
        }
        for (VideoResource resource : video) {
            if (resource.supply().mostUnits() > 0) {
                counts.put(claimant(resource), resource.supply().mostUnits());
            }
        }
        services.forEach(service -> ServiceClaimants.count(service, counts));
        var numbers = claimNumbers.of(counts);
        var numbered = new ArrayList<Room>();
        for (RoomPlan room : rooms) {
            numbered.add(room.numbered(numbersOf(room, numbers), setUpNumbersOf(room, numbers)));
        }
        var supplied = video.stream()
                .map(resource -> resource.numbered(numbers.getOrDefault(claimant(resource), List.of())))
                .toList();
        return new Directory(version, operators, sites, numbered)
                .withVideo(supplied)
                .withServices(services.stream()
                        .map(service -> ServiceClaimants.numbered(service, numbers))
                        .toList())
                .withCaps(caps)
                .withConfidentialEvents(confidentialEvents);
    }

    private static List<Integer> numbersOf(RoomPlan room, Map<String, List<Integer>> numbers) {
        var claimants = room.parts().isEmpty() ? List.of(room.id()) : room.parts();
        return claimants.stream()
                .flatMap(id -> numbers.getOrDefault(claimant(id), List.of()).stream())
                .toList();
    }

    /** Of a combined room too, by the rules of its parts; a part that shares nothing has one number for all of the time. */
    private static List<Integer> setUpNumbersOf(RoomPlan room, Map<String, List<Integer>> numbers) {
        var claimants = room.parts().isEmpty() ? List.of(room.id()) : room.parts();
        if (claimants.stream().noneMatch(id -> numbers.containsKey(setUpClaimant(id)))) {
            return List.of();
        }
        return claimants.stream()
                .flatMap(id ->
                        numbers.getOrDefault(setUpClaimant(id), numbers.getOrDefault(claimant(id), List.of())).stream())
                .toList();
    }

    private static String setUpClaimant(RoomId room) {
        return "set-up:" + room;
    }

    /** Whose numbers those of a plain room are. */
    public static String claimant(RoomId room) {
        return "room:" + room;
    }

    /** A unit that stands for another amount is another unit. */
    private static String claimant(VideoResource resource) {
        return "video:" + resource.id() + "/" + resource.supply().block();
    }
}
