package org.passerelle.account.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.AccountId;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks browsers for passkeys, and checks what they answer (WebAuthn sections 7.1 and 7.2). The device must have known its user, by
 * a finger, a face or a PIN, so that a passkey is as good as a password and the device that has it. What make the device
 * is of is not asked.
 */
@Component
public class PasskeyCeremonies {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyCeremonies.class);

    private static final String SIGN_IN = "sign-in";

    /** Of an answer, in characters; real ones have less than 4,000. */
    private static final int LONGEST = 20_000;

    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(new ObjectConverter());
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final RelyingParty party;
    private final JsonMapper json;

    PasskeyCeremonies(Passkeys passkeys, PasskeyChallenges challenges, RelyingParty party, JsonMapper json) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.party = party;
        this.json = json;
    }

    /** What became of a new passkey. */
    public enum Addition {
        ADDED,
        /** It was not made for us, not by this person, not now, or is none. */
        REFUSED,
        /** Its owner has as many as anybody may, or has it already. */
        TOO_MANY
    }

    /**
     * What to hand to {@code navigator.credentials.create}, as PublicKeyCredentialCreationOptionsJSON (section 5.1.9).
     *
     * @param network the name that devices show
     */
    public String creation(Person person, String network) {
        return json.writeValueAsString(Map.of(
                "rp", Map.of("id", party.id(), "name", network),
                "user",
                        Map.of(
                                "id", BASE64.encodeToString(handle(person.id())),
                                "name", person.email().value(),
                                "displayName", person.name()),
                "challenge", BASE64.encodeToString(challenges.make(additionTo(person.id()))),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(each -> Map.of("type", "public-key", "alg", each.getValue()))
                                .toList(),
                "excludeCredentials",
                        passkeys.of(person.id()).stream()
                                .map(each -> Map.of("type", "public-key", "id", each.id()))
                                .toList(),
                "authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"),
                "attestation", "none"));
    }

    /** What to hand to {@code navigator.credentials.get}, as PublicKeyCredentialRequestOptionsJSON (section 5.1.10). */
    public String request() {
        return json.writeValueAsString(Map.of(
                "rpId", party.id(),
                "challenge", BASE64.encodeToString(challenges.make(SIGN_IN)),
                "userVerification", "required"));
    }

    /**
     * Keeps a new passkey of {@code person}.
     *
     * @param name what they call it
     * @param answer of the browser, as RegistrationResponseJSON (section 5.1.8.1)
     */
    public Addition add(Person person, String name, String answer) {
        return answer.length() > LONGEST
                ? Addition.REFUSED
                : registered(person.id(), answer)
                        .map(data -> keep(person.id(), name, data))
                        .orElse(Addition.REFUSED);
    }

    private Addition keep(PersonId person, String name, RegistrationData data) {
        var authenticator = data.getAttestationObject().getAuthenticatorData();
        AttestedCredentialData credential = authenticator.getAttestedCredentialData();
        String id = BASE64.encodeToString(credential.getCredentialId());
        return passkeys.add(person, id, name, keys.convert(credential), authenticator.getSignCount())
                ? Addition.ADDED
                : Addition.TOO_MANY;
    }

    private Optional<RegistrationData> registered(PersonId person, String answer) {
        try {
            RegistrationData data = webAuthn.parseRegistrationResponseJSON(answer);
            byte[] challenge = data.getCollectedClientData().getChallenge().getValue();
            if (!challenges.isTaken(challenge, additionTo(person))) {
                return Optional.empty();
            }
            List<PublicKeyCredentialParameters> wanted = ALGORITHMS.stream()
                    .map(each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
                    .toList();
            return Optional.of(
                    webAuthn.verify(data, new RegistrationParameters(server(challenge), wanted, true, true)));
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException e) {
            // Whatever else than a passkey was sent: the library meets missing fields as they come.
            LOG.debug("No passkey", e);
            return Optional.empty();
        }
    }

    /**
     * Whose device has signed what we asked.
     *
     * @param answer of the browser, as AuthenticationResponseJSON (section 5.1.8.1)
     * @return empty if it is not one for us, or was answered before, or nobody's that we know
     */
    public Optional<PersonId> signedInBy(String answer) {
        if (answer.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(answer);
            byte[] challenge = data.getCollectedClientData().getChallenge().getValue();
            if (!challenges.isTaken(challenge, SIGN_IN)) {
                return Optional.empty();
            }
            return passkeys.find(BASE64.encodeToString(data.getCredentialId()))
                    .filter(passkey -> isSignedWith(passkey, data, challenge))
                    .map(passkey -> new AccountId(passkey.owner()));
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException e) {
            LOG.debug("No answer of a passkey", e);
            return Optional.empty();
        }
    }

    private boolean isSignedWith(PasskeyDocument passkey, AuthenticationData data, byte[] challenge) {
        byte[] handle = data.getUserHandle();
        if (handle != null && !passkey.owner().equals(new String(handle, StandardCharsets.UTF_8))) {
            return false;
        }
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                passkey.count(),
                keys.convert(passkey.key()),
                null,
                null,
                null,
                null);
        webAuthn.verify(data, new AuthenticationParameters(server(challenge), record, null, true, true));
        return passkeys.used(passkey, data.getAuthenticatorData().getSignCount());
    }

    private ServerProperty server(byte[] challenge) {
        return new ServerProperty(new Origin(party.origin()), party.id(), new DefaultChallenge(challenge));
    }

    private static String additionTo(PersonId person) {
        return "add to " + person.text();
    }

    /** Names the account to its device: a random id that tells nothing of a person. */
    private static byte[] handle(PersonId person) {
        return person.text().getBytes(StandardCharsets.UTF_8);
    }
}
