package org.passerelle.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Operator;
import org.passerelle.directory.OperatorId;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.VideoResource;
import org.passerelle.directory.VideoResource.ResourceChange;
import org.passerelle.directory.VideoResource.ResourceKind;
import org.passerelle.directory.VideoResource.Supply;
import org.passerelle.directory.arrangement.ServiceOffer;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceKind;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceLimits;
import org.passerelle.directory.arrangement.ServiceOffer.ServiceNumbers;
import org.passerelle.time.HalfDays;

/** A small network to book in: two sites on two sides of an ocean, and a room for each kind of rule. */
public final class Rooms {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final ZoneId MONTREAL = ZoneId.of("America/Montreal");

    public static final Room SEINE = aRoom("melun-seine", 1).build();
    public static final Room ALMONT = aRoom("melun-almont", 2).seating(12).build();
    public static final Room GRAND_SALON =
            aRoom("melun-grand-salon", 0).madeOf(SEINE, ALMONT).seating(20).build();
    public static final Room VISIO =
            aRoom("melun-visio", 3).seating(6).joining("WEB", "SIP").build();
    public static final Room SUITE = aRoom("montreal-telepresence", 4)
            .at("montreal")
            .seating(6)
            .joining("SIP")
            .build();

    /** The other room of Melun that can enter a conference; the site has a line for one of them at a time. */
    public static final Room SUITE_OF_MELUN =
            aRoom("melun-telepresence", 10).seating(6).joining("SIP").build();

    public static final VideoResource LINE_OF_MELUN = resource("melun-video-lines", ResourceKind.LINES, 1, 1, 41);

    /** 40 Mbit/s in steps of 5; on 6 April 2026 there are 5. */
    public static final VideoResource UPLINK_OF_MELUN = new VideoResource(
            new RoomId("melun-uplink"),
            ResourceKind.UPLINK,
            Optional.of(new SiteId("melun")),
            Optional.empty(),
            new Supply(
                    40, 5, PARIS, List.of(new ResourceChange(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 4, 6), 5))),
            IntStream.range(42, 50).boxed().toList());

    /** Twelve ports, four at a time, for conferences of {@code bbb}. */
    public static final VideoResource BRIDGE = new VideoResource(
            new RoomId("bridge"),
            ResourceKind.PORTS,
            Optional.empty(),
            Optional.of("bbb"),
            new Supply(12, 4, PARIS, List.of()),
            List.of(51, 52, 53));

    /** Kept free for a quarter of an hour around each booking. */
    public static final Room FORUM =
            aRoom("melun-forum", 5).buffered("PT15M", "PT15M").build();

    /** The manager of Melun decides who gets it. */
    public static final Room COUNCIL =
            aRoom("melun-council", 6).needingApproval().build();

    /** Open day and night, also on the nights when clocks change. */
    public static final Room STUDIO = aRoom("melun-studio", 7)
            .open("24/7")
            .lasting("PT5M", "P31D")
            .ahead("PT0S", "P10Y")
            .build();

    /** As {@link #STUDIO}, in Montréal. */
    public static final Room LOFT = aRoom("montreal-loft", 8)
            .at("montreal")
            .open("24/7")
            .lasting("PT5M", "P31D")
            .ahead("PT0S", "P10Y")
            .build();

    /** Asks for two hours of notice. */
    public static final Room LAB = aRoom("melun-lab", 9).ahead("PT2H", "P6M").build();

    public static final Room PROJECTORS =
            aRoom("melun-projector", 21).counting(5).build();

    /** Twenty workstations of which any will do. */
    public static final Room DESKS = aRoom("melun-desks", 61).ofDesks(20).build();

    /** Brought to Melun, ten a day, and ordered of a kitchen. */
    public static final ServiceOffer LUNCH = new ServiceOffer(
            "melun-lunch",
            "melun",
            PARIS,
            "Plateau-repas",
            ServiceKind.CATERING,
            Duration.ofHours(48),
            new ServiceLimits(Optional.of(10), Optional.empty()),
            Set.of(),
            Optional.of("cuisine@melun.example"),
            new ServiceNumbers(Optional.of(81), List.of()));

    /** 8 May 2026, a Friday, is the one day on which Melun is closed. */
    public static final LocalDate HOLIDAY = LocalDate.of(2026, 5, 8);

    private static final Operator OPERATOR = new Operator(new OperatorId("towns"), "Towns");

    /** Made once, for hundreds of tests ask for it with each booking. */
    private static final Directory ALL = directory(
            SEINE,
            ALMONT,
            GRAND_SALON,
            VISIO,
            SUITE,
            FORUM,
            COUNCIL,
            STUDIO,
            LOFT,
            LAB,
            PROJECTORS,
            SUITE_OF_MELUN,
            DESKS);

    private Rooms() {}

    public static RoomBuilder aRoom(String name, int number) {
        return new RoomBuilder(name, number);
    }

    /** All rooms above. */
    public static Directory directory() {
        return ALL;
    }

    public static Directory directory(Room... rooms) {
        List<Site> sites = List.of(
                site("melun", PARIS, new Closure(HOLIDAY, HOLIDAY, "Victoire 1945")), site("montreal", MONTREAL));
        return new Directory(1, List.of(OPERATOR), sites, List.of(rooms))
                .withVideo(List.of(LINE_OF_MELUN, UPLINK_OF_MELUN, BRIDGE))
                .withServices(List.of(LUNCH));
    }

    private static VideoResource resource(String name, ResourceKind kind, int amount, int block, int first) {
        return new VideoResource(
                new RoomId(name),
                kind,
                Optional.of(new SiteId("melun")),
                Optional.empty(),
                new Supply(amount, block, PARIS, List.of()),
                IntStream.range(first, first + amount / block).boxed().toList());
    }

    public static Site site(String name, ZoneId zone, Closure... closures) {
        return new Site(
                new SiteId(name),
                name,
                OPERATOR.id(),
                zone,
                new Site.SiteLocation("1, place de la Mairie", 48.5, 2.6),
                HalfDays.DEFAULT,
                List.of(closures));
    }
}
