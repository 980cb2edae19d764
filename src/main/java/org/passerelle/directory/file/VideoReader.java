package org.passerelle.directory.file;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.VideoResource;
import org.passerelle.directory.VideoResource.ResourceChange;
import org.passerelle.directory.VideoResource.ResourceKind;
import org.passerelle.directory.VideoResource.Supply;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what conferences use up: the lines and the uplink of each site, and the bridges of the network. */
final class VideoReader {

    /** The key of a site's lines and uplink. */
    static final String KEY = "video";

    /** The key of the network's bridges. */
    static final String BRIDGES = "bridges";

    private static final int MOST_LINES = 200;
    private static final int MOST_MBITS = 10_000;
    private static final int MOST_PORTS = 5_000;
    private static final int MOST_CHANGES = 100;

    /** A finer one would cost each conference more claims than it is worth. */
    private static final int MBITS_A_UNIT = 5;

    private final List<Planned> resources = new ArrayList<>();

    /** A resource before it has its numbers, and where it stands in the file. */
    private record Planned(VideoResource resource, FileFields fields) {}

    void readSite(FileFields site, Site read) {
        site.section(KEY).ifPresent(video -> {
            video.allowing("lines", "uplink", "changes");
            List<Period> periods = periods(video, "lines", "uplink");
            if (video.has("lines")) {
                var lines = new Measure("lines", Conversions.wholeNumber(0, MOST_LINES), 1);
                add(read, ResourceKind.LINES, supply(video, lines, read.zone(), periods), video);
            }
            if (video.has("uplink")) {
                var uplink = new Measure("uplink", Conversions.wholeNumber(0, MOST_MBITS), MBITS_A_UNIT);
                add(read, ResourceKind.UPLINK, supply(video, uplink, read.zone(), periods), video);
            }
        });
    }

    private void add(Site site, ResourceKind kind, Supply supply, FileFields video) {
        RoomId id = new RoomId(site.id() + (kind == ResourceKind.UPLINK ? "-uplink" : "-video-lines"));
        resources.add(new Planned(
                new VideoResource(id, kind, Optional.of(site.id()), Optional.empty(), supply, List.of()), video));
    }

    /** How an amount is written, and how much of it makes a unit. */
    private record Measure(String key, Conversion<Integer> amount, int block) {}

    /** Days on which there is another amount of something. */
    private record Period(LocalDate from, LocalDate to, FileFields change) {}

    private static List<Period> periods(FileFields video, String... amounts) {
        List<Period> periods = new ArrayList<>();
        for (Node item : video.items("changes", MOST_CHANGES)) {
            FileFields change = video.at(item);
            change.allowing(
                    Stream.concat(Stream.of("from", "to"), Stream.of(amounts)).toArray(String[]::new));
            LocalDate from = change.required("from", Conversions::date, LocalDate.EPOCH);
            LocalDate to = change.optional("to", Conversions::date, from);
            if (to.isBefore(from)) {
                change.fault("to", "change-ends-early");
            } else {
                periods.add(new Period(from, to, change));
            }
        }
        return periods;
    }

    private static Supply supply(FileFields video, Measure measure, ZoneId zone, List<Period> periods) {
        List<ResourceChange> changes = periods.stream()
                .filter(period -> period.change().has(measure.key()))
                .map(period -> new ResourceChange(
                        period.from(), period.to(), period.change().required(measure.key(), measure.amount(), 0)))
                .toList();
        return new Supply(video.required(measure.key(), measure.amount(), 0), measure.block(), zone, changes);
    }

    /** @param isSite whether there is a site of that id */
    void readBridges(FileFields root, Predicate<SiteId> isSite) {
        root.eachOf(BRIDGES, "bridge", (id, bridge) -> {
            bridge.allowing("provider", "site", "ports", "block", "changes");
            int block = bridge.optional("block", Conversions.wholeNumber(1, MOST_PORTS), 1);
            var ports = new Measure("ports", Conversions.wholeNumber(0, MOST_PORTS), block);
            Supply supply = supply(bridge, ports, ZoneOffset.UTC, periods(bridge, "ports"));
            Optional<SiteId> site = Optional.of(bridge.optional("site", Conversions::slug, ""))
                    .filter(text -> !text.isEmpty())
                    .map(SiteId::new);
            site.filter(isSite.negate()).ifPresent(unknown -> bridge.fault("site", "unknown-site", unknown));
            resources.add(new Planned(
                    new VideoResource(
                            new RoomId(id),
                            ResourceKind.PORTS,
                            site,
                            Optional.of(bridge.required("provider", Conversions::slug, "none")),
                            supply,
                            List.of()),
                    bridge));
        });
    }

    /** Everything read; a fault for each that is called like a room. */
    List<VideoResource> resources(Predicate<RoomId> isRoom) {
        resources.stream()
                .filter(each -> isRoom.test(each.resource().id()))
                .forEach(each -> each.fields()
                        .fault(
                                each.fields().anchor(),
                                "called-like-a-room",
                                each.resource().id()));
        return resources.stream().map(Planned::resource).toList();
    }
}
