package org.passerelle.conference.jitsi;

import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.passerelle.conference.Capability;
import org.passerelle.conference.Checkup;
import org.passerelle.conference.DialIn;
import org.passerelle.conference.Provider;
import org.passerelle.conference.ProviderFailed;
import org.passerelle.conference.VideoMeeting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Jitsi Meet on a server of one's own, or at 8x8 (JaaS). Nothing is made beforehand: the first to enter opens a conference. */
@Component
class Jitsi implements Provider {

    private final JitsiProperties settings;
    private final JitsiSecrets secrets;
    private final JitsiKeys keys;
    private final JitsiTokens tokens;
    private final Prosody prosody;

    @Autowired
    Jitsi(JitsiProperties settings, JitsiSecrets secrets, MongoOperations mongo, Clock clock) {
        this.settings = settings;
        this.secrets = secrets;
        Signature signature = Signature.of(secrets);
        this.keys = new JitsiKeys(mongo, clock, secrets.keyId(), signature.publicKey());
        this.tokens = new JitsiTokens(settings, secrets, signature, keys, clock);
        this.prosody = new Prosody(settings);
    }

    @Override
    public String name() {
        return "jitsi";
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.of(Capability.TIME_LIMIT, Capability.LOBBY, Capability.ROLES);
        if (settings.prosodyUrl() != null) {
            all.addAll(Set.of(Capability.END, Capability.PRESENCE));
        }
        return all;
    }

    @Override
    public boolean isReady() {
        return !settings.domain().isBlank() && secrets.canSign();
    }

    JitsiKeys keys() {
        return keys;
    }

    JitsiTokens tokens() {
        return tokens;
    }

    @Override
    public Optional<URI> entrance(ProviderEntry entry) {
        if (!prosody.isThere()) {
            throw new ProviderFailed(name(), "no answer from Prosody");
        }
        String token = tokens.of(entry.meeting(), entry.who());
        return Optional.of(JitsiAddress.of(entry, settings, secrets.appId(), token));
    }

    @Override
    public List<DialIn> dialIns(VideoMeeting meeting) {
        return List.of();
    }

    @Override
    public void end(VideoMeeting meeting) {
        prosody.end(meeting.name(), tokens.service(meeting.name()));
    }

    @Override
    public OptionalInt present(VideoMeeting meeting) {
        return prosody.present(meeting.name());
    }

    @Override
    public Checkup check() {
        return new JitsiCheckup(settings, prosody, tokens).run(isReady());
    }
}
