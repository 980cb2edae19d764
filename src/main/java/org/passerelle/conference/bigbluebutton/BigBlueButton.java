package org.passerelle.conference.bigbluebutton;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.passerelle.conference.Capability;
import org.passerelle.conference.Checkup;
import org.passerelle.conference.Checkup.CheckOutcome;
import org.passerelle.conference.Checkup.Finding;
import org.passerelle.conference.DialIn;
import org.passerelle.conference.GuaranteedEnd;
import org.passerelle.conference.Provider;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.platform.http.BoundedHttpClient;
import org.passerelle.platform.http.Deadline;
import org.passerelle.platform.http.ExchangeLimits;
import org.passerelle.platform.http.OutboundRequest;
import org.passerelle.platform.http.ServerAnswer;
import org.springframework.stereotype.Component;

/** BigBlueButton. Each press creates the conference, which changes nothing where it is there, and then enters it. */
@Component
class BigBlueButton implements Provider {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(8);

    /** The list of all conferences of a large server; for each there are some kilobytes. */
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    /** Another conference has the name; here that can only be the same one, made with another duration. */
    private static final String EXISTS = "idNotUnique";

    /** A parameter is not as it wants it; of ours only the name of the conference comes from people. */
    private static final String INVALID = "validationError";

    private static final Set<String> NOT_THERE = Set.of("notFound", "invalidMeetingIdentifier");

    private final BigBlueButtonProperties settings;
    private final GuaranteedEnd guaranteed;
    private final Clock clock;
    private final BoundedHttpClient http =
            new BoundedHttpClient(new ExchangeLimits(CONNECT, LONGEST_CALL, LARGEST_ANSWER));

    BigBlueButton(BigBlueButtonProperties settings, GuaranteedEnd guaranteed, Clock clock) {
        this.settings = settings;
        this.guaranteed = guaranteed;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bigbluebutton";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.PRECREATE, Capability.TIME_LIMIT, Capability.ROLES, Capability.END, Capability.PRESENCE);
    }

    @Override
    public boolean isReady() {
        return settings.isSetUp();
    }

    @Override
    public Optional<URI> entrance(ProviderEntry entry) {
        String created = create(entry.meeting());
        Map<String, String> parameters = named(entry.meeting());
        parameters.put("fullName", entry.who().name());
        parameters.put("role", entry.who().part().isHost() ? "MODERATOR" : "VIEWER");
        parameters.put("userID", entry.who().id());
        if (!created.isEmpty()) {
            parameters.put("createTime", created);
        }
        return Optional.of(SignedCall.of(settings, "join", parameters));
    }

    /** Answers when it was created, which binds a link to this very conference. */
    private String create(VideoMeeting meeting) {
        Duration left = Duration.between(clock.instant(), guaranteed.latest(meeting));
        Map<String, String> parameters = named(meeting);
        parameters.put("name", MeetingName.of(meeting.title()));
        parameters.put("attendeePW", password(meeting, "attendee"));
        parameters.put("moderatorPW", password(meeting, "moderator"));
        parameters.put(
                "duration", Long.toString(Math.max(1, left.plusSeconds(59).toMinutes())));
        parameters.put("record", "false");
        BigBlueButtonAnswer answer = call("create", parameters);
        if (answer.messageKey().equals(INVALID)) {
            parameters.put("name", MeetingName.PLAIN);
            answer = call("create", parameters);
        }
        if (answer.isSuccess()) {
            return answer.field("createTime");
        }
        if (answer.messageKey().equals(EXISTS)) {
            return call("getMeetingInfo", named(meeting)).field("createTime");
        }
        throw ProviderFailed.refusal(name(), "create was answered " + answer.messageKey());
    }

    /** Older servers tell by these whether the same conference is created again; nobody enters by them. */
    private String password(VideoMeeting meeting, String whose) {
        return SignedCall.checksum(whose, meeting.name(), settings.secret()).substring(0, 24);
    }

    @Override
    public List<DialIn> dialIns(VideoMeeting meeting) {
        return List.of();
    }

    @Override
    public void end(VideoMeeting meeting) {
        BigBlueButtonAnswer answer = call("end", named(meeting));
        if (!answer.isSuccess() && !NOT_THERE.contains(answer.messageKey())) {
            throw ProviderFailed.refusal(name(), "end was answered " + answer.messageKey());
        }
    }

    @Override
    public OptionalInt present(VideoMeeting meeting) {
        BigBlueButtonAnswer answer = call("getMeetingInfo", named(meeting));
        if (NOT_THERE.contains(answer.messageKey())) {
            return OptionalInt.of(0);
        }
        String count = answer.field("participantCount");
        return count.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(count)) : OptionalInt.empty();
    }

    @Override
    public Checkup check() {
        if (!isReady()) {
            return new Checkup(List.of(new Finding(CheckOutcome.BAD, "not-set-up", "PASSERELLE_BBB_URL")));
        }
        try {
            BigBlueButtonAnswer answer = call("getMeetings", Map.of());
            return new Checkup(List.of(
                    answer.isSuccess()
                            ? new Finding(CheckOutcome.GOOD, "server-answers", settings.url())
                            : new Finding(CheckOutcome.BAD, "secret-refused", answer.messageKey())));
        } catch (ProviderFailed e) {
            return new Checkup(List.of(new Finding(CheckOutcome.BAD, "server-unreachable", settings.url())));
        }
    }

    private static Map<String, String> named(VideoMeeting meeting) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("meetingID", meeting.name());
        return parameters;
    }

    private BigBlueButtonAnswer call(String call, Map<String, String> parameters) {
        URI address = SignedCall.of(settings, call, parameters);
        try {
            ServerAnswer answer = http.send(OutboundRequest.get(address), Deadline.in(LONGEST_CALL));
            if (answer.status() >= 400 && answer.status() < 500) {
                throw ProviderFailed.refusal(name(), call + " was answered " + answer.status());
            }
            if (answer.status() != 200) {
                throw new ProviderFailed(name(), call + " was answered " + answer.status());
            }
            return BigBlueButtonAnswer.read(answer.text());
        } catch (IOException e) {
            throw new ProviderFailed(name(), "no answer from " + address.getHost(), e);
        }
    }
}
