package org.passerelle.conference.jitsi;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.conference.Checkup;
import org.passerelle.conference.Checkup.Finding;
import org.passerelle.conference.Checkup.Outcome;
import org.passerelle.conference.ProviderFailed;

/** Tries whether Jitsi is there, takes our tokens, and is shut where it must be. */
final class JitsiCheckup {

    /** The name of a conference that there never is. */
    private static final String PROBE = "passerelle-checks-whether-its-tokens-are-taken";

    private final JitsiSettings settings;
    private final Prosody prosody;
    private final JitsiTokens tokens;

    JitsiCheckup(JitsiSettings settings, Prosody prosody, JitsiTokens tokens) {
        this.settings = settings;
        this.prosody = prosody;
        this.tokens = tokens;
    }

    Checkup run(boolean isReady) {
        if (!isReady) {
            return new Checkup(List.of(new Finding(Outcome.BAD, "not-set-up", "PASSERELLE_JITSI_DOMAIN")));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(page());
        if (!settings.isJaas()) {
            if (findings.get(0).outcome() == Outcome.GOOD) {
                findings.add(backDoor());
            }
            findings.add(service());
        }
        return new Checkup(findings);
    }

    private Finding page() {
        try {
            int status = prosody.status(URI.create(settings.base() + "/"));
            return status < 400
                    ? new Finding(Outcome.GOOD, "page-answers", settings.base())
                    : new Finding(Outcome.BAD, "page-refuses", settings.base() + " " + status);
        } catch (ProviderFailed e) {
            return new Finding(Outcome.BAD, "page-unreachable", settings.base());
        }
    }

    /** By this address conferences can be opened without Prosody, and so without asking us. */
    private Finding backDoor() {
        String address = settings.base() + "/conference-request/v1";
        try {
            int status = prosody.status(URI.create(address));
            return status == 404 || status == 403
                    ? new Finding(Outcome.GOOD, "request-closed", address)
                    : new Finding(Outcome.DOUBTFUL, "request-open", address + " " + status);
        } catch (ProviderFailed e) {
            return new Finding(Outcome.GOOD, "request-closed", address);
        }
    }

    private Finding service() {
        if (settings.prosodyUrl() == null) {
            return new Finding(Outcome.DOUBTFUL, "no-prosody", "PASSERELLE_JITSI_PROSODY_URL");
        }
        String address = settings.prosodyUrl() + "/end-meeting";
        try {
            int status = prosody.askToEnd(PROBE, tokens.service(PROBE));
            return switch (status) {
                case 200, 404 -> new Finding(Outcome.GOOD, "token-taken", address);
                case 401 -> new Finding(Outcome.BAD, "token-refused", address);
                default -> new Finding(Outcome.BAD, "prosody-refuses", address + " " + status);
            };
        } catch (ProviderFailed e) {
            return new Finding(Outcome.BAD, "prosody-unreachable", address);
        }
    }
}
