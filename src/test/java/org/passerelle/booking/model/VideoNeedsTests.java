package org.passerelle.booking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.passerelle.booking.Orders.titled;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.booking.video.VideoQuality;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.VideoResource;
import org.passerelle.directory.VideoResource.ResourceKind;
import org.passerelle.directory.VideoResource.Supply;

/** What a conference uses up. Rates in kbit/s are those of {@link VideoQuality}. */
class VideoNeedsTests {

    private static final ConferenceWish JITSI = new ConferenceWish("jitsi");

    private static VideoResource resource(String id, ResourceKind kind, String site, String provider, int block) {
        return new VideoResource(
                new RoomId(id),
                kind,
                Optional.of(site).filter(text -> !text.isEmpty()).map(SiteId::new),
                Optional.of(provider).filter(text -> !text.isEmpty()),
                new Supply(100, block, ZoneOffset.UTC, List.of()),
                List.of());
    }

    private static Directory directory(VideoResource... video) {
        Directory plain = Rooms.directory();
        return new Directory(1, plain.operators(), plain.sites(), plain.rooms()).withVideo(List.of(video));
    }

    private static Content conference(ConferenceWish wish, int people) {
        Content plain = titled("Comité").linked(Optional.of(wish));
        return new Content(
                plain.title(),
                plain.notes(),
                plain.visibility(),
                plain.headcount(),
                IntStream.range(0, people)
                        .mapToObj(i -> new Attendee(new EmailAddress("p" + i + "@x.example"), ""))
                        .toList(),
                plain.conference());
    }

    private static List<String> needs(Content content, List<Room> rooms, VideoResource... video) {
        return VideoNeeds.ways(content, rooms, directory(video)).stream()
                .map(way -> way.stream()
                        .map(need -> need.units() + " " + need.resource().id())
                        .toList()
                        .toString())
                .toList();
    }

    @Test
    void nothingIsUsedUpWithoutAConferenceOrWhereNothingIsCounted() {
        VideoResource line = resource("melun-video-lines", ResourceKind.LINES, "melun", "", 1);

        assertThat(needs(titled("Comité"), List.of(Rooms.VISIO), line)).containsExactly("[]");
        assertThat(needs(conference(JITSI, 0), List.of(Rooms.VISIO))).containsExactly("[]");
    }

    @Test
    void onlyRoomsThatCanEnterAConferenceTakeALineAndOnlyOfTheirSite() {
        VideoResource melun = resource("melun-video-lines", ResourceKind.LINES, "melun", "", 1);
        VideoResource montreal = resource("montreal-video-lines", ResourceKind.LINES, "montreal", "", 1);

        List<String> needs =
                needs(conference(JITSI, 3), List.of(Rooms.VISIO, Rooms.SUITE_OF_MELUN, Rooms.SEINE), melun, montreal);

        assertThat(needs).containsExactly("[2 melun-video-lines]");
    }

    @Test
    void aBridgeCarriesRoomsAndPeopleInWholeBlocksForItsOwnProvider() {
        VideoResource first = resource("first", ResourceKind.PORTS, "", "jitsi", 4);
        VideoResource second = resource("second", ResourceKind.PORTS, "", "jitsi", 1);
        VideoResource other = resource("other", ResourceKind.PORTS, "", "bbb", 1);

        List<String> needs = needs(conference(JITSI, 4), List.of(Rooms.VISIO, Rooms.SUITE), first, second, other);

        assertThat(needs).containsExactly("[2 first]", "[6 second]");
    }

    @Test
    void theSiteOfTheBridgeCarriesWhatTheOthersSendAndNotItsOwnRooms() {
        VideoResource melun = resource("melun-uplink", ResourceKind.UPLINK, "melun", "", 1);
        VideoResource montreal = resource("montreal-uplink", ResourceKind.UPLINK, "montreal", "", 1);
        VideoResource bridge = resource("bridge", ResourceKind.PORTS, "melun", "jitsi", 1);
        List<Room> rooms = List.of(Rooms.VISIO, Rooms.SUITE_OF_MELUN, Rooms.SUITE);

        // one room away: 1,500 + 200 + 2,500 + 120 received or 2,200 + 2,500 sent
        assertThat(needs(conference(JITSI, 0), rooms, melun, montreal, bridge))
                .containsExactly("[5 melun-uplink, 5 montreal-uplink, 3 bridge]");
        // elsewhere: two rooms of Melun receive twice 4,320
        assertThat(needs(conference(JITSI, 0), rooms, melun, montreal))
                .containsExactly("[9 melun-uplink, 5 montreal-uplink]");
    }

    static Stream<Arguments> rates() {
        return Stream.of(
                arguments(VideoQuality.SD, 1, 2, 3_200),
                arguments(VideoQuality.HD, 1, 2, 4_700),
                arguments(VideoQuality.FULL_HD, 1, 2, 7_700),
                arguments(VideoQuality.HD, 2, 5, 2 * (1_500 + 3 * 200 + 2_500 + 120)),
                arguments(VideoQuality.HD, 1, 500, 1_500 + 8 * 200 + 2_500 + 120),
                arguments(VideoQuality.HD, 0, 5, 0),
                arguments(VideoQuality.HD, 1, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("rates")
    void costsWhatItSendsOrReceivesWhicheverIsMore(VideoQuality quality, int rooms, int endpoints, int kilobits) {
        assertThat(quality.kilobits(rooms, endpoints)).isEqualTo(kilobits);
    }

    @Test
    void newLinksAndOtherWordsUseUpTheSame() {
        Content content = conference(JITSI, 2);

        assertThat(VideoNeeds.areSame(content, conference(JITSI.withNewLinks(), 2)))
                .isTrue();
        assertThat(VideoNeeds.areSame(content, conference(JITSI, 3))).isFalse();
        assertThat(VideoNeeds.areSame(content, conference(JITSI.in(VideoQuality.SD), 2)))
                .isFalse();
        assertThat(VideoNeeds.areSame(titled("Un"), titled("Deux"))).isTrue();
    }
}
