package org.passerelle.conference.jitsi;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.conference.Checkup;
import org.passerelle.conference.Checkup.CheckOutcome;
import org.passerelle.conference.Checkup.Finding;
import org.passerelle.conference.ProviderFailed;

/** Tries whether Jitsi is there, takes our tokens, and is shut where it must be. */
final class JitsiCheckup {

    /** The name of a conference that there never is. */
    private static final String PROBE = "passerelle-checks-whether-its-tokens-are-taken";

    private final JitsiProperties settings;
    private final Prosody prosody;
    private final JitsiTokens tokens;

    JitsiCheckup(JitsiProperties settings, Prosody prosody, JitsiTokens tokens) {
        this.settings = settings;
        this.prosody = prosody;
        this.tokens = tokens;
    }

    Checkup run(boolean isReady) {
        if (!isReady) {
            return new Checkup(List.of(new Finding(CheckOutcome.BAD, "not-set-up", "PASSERELLE_JITSI_DOMAIN")));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(page());
        if (!settings.isJaas()) {
            if (findings.get(0).outcome() == CheckOutcome.GOOD) {
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
                    ? new Finding(CheckOutcome.GOOD, "page-answers", settings.base())
                    : new Finding(CheckOutcome.BAD, "page-refuses", settings.base() + " " + status);
        } catch (ProviderFailed e) {
            return new Finding(CheckOutcome.BAD, "page-unreachable", settings.base());
        }
    }

    /** By this address conferences can be opened without Prosody, and so without asking us. */
    private Finding backDoor() {
        String address = settings.base() + "/conference-request/v1";
        try {
            int status = prosody.status(URI.create(address));
            return status == 404 || status == 403
                    ? new Finding(CheckOutcome.GOOD, "request-closed", address)
                    : new Finding(CheckOutcome.DOUBTFUL, "request-open", address + " " + status);
        } catch (ProviderFailed e) {
            return new Finding(CheckOutcome.GOOD, "request-closed", address);
        }
    }

    private Finding service() {
        if (settings.prosodyUrl() == null) {
            return new Finding(CheckOutcome.DOUBTFUL, "no-prosody", "PASSERELLE_JITSI_PROSODY_URL");
        }
        String address = settings.prosodyUrl() + "/end-meeting";
        try {
            int status = prosody.askToEnd(PROBE, tokens.service(PROBE));
            return switch (status) {
                case 200, 404 -> new Finding(CheckOutcome.GOOD, "token-taken", address);
                case 401 -> new Finding(CheckOutcome.BAD, "token-refused", address);
                default -> new Finding(CheckOutcome.BAD, "prosody-refuses", address + " " + status);
            };
        } catch (ProviderFailed e) {
            return new Finding(CheckOutcome.BAD, "prosody-unreachable", address);
        }
    }
}
