package org.passerelle.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.passerelle.conference.jitsi.ProsodyDouble.ACCEPTED;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jitsi.jwt.JitsiToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.MutableClock;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.conference.ConferenceParticipant;
import org.passerelle.conference.ConferenceParticipant.ParticipantRole;
import org.passerelle.conference.Provider.ProviderEntry;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.platform.EmbeddedMongoStore;
import org.passerelle.time.Interval;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JitsiTests {

    private static final Instant TODAY = MutableClock.TODAY;
    private static final String SHORT_SECRET = "short one";
    private static final JitsiProperties PLAIN = settings("meet.example", "", JitsiProperties.TokenPlace.FRAGMENT);
    private static final VideoMeeting MEETING = new VideoMeeting(
            new VideoMeeting.Id(BookingId.random(), TODAY),
            new ConferenceWish("jitsi"),
            "r-4711",
            "Comité \"été\" & co",
            Interval.of(TODAY, Duration.ofHours(1)),
            List.of(),
            Interval.of(TODAY.minusSeconds(600), TODAY.plusSeconds(4_200)));
    private static final Instant LATEST = TODAY.plusSeconds(4_200).plus(VideoMeeting.LONGEST_OVERTIME);
    private static final ConferenceParticipant HOST =
            new ConferenceParticipant("user:1", "Camille Girard", ParticipantRole.HOST);

    private final MutableClock clock = new MutableClock();
    private EmbeddedMongoStore store;
    private KeyPair pair;
    private KeyPair otherPair;

    @BeforeAll
    void open(@TempDir Path folder) throws GeneralSecurityException {
        store = EmbeddedMongoStore.open(folder);
        pair = newPair();
        otherPair = newPair();
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void begin() {
        clock.reset();
        store.database().getCollection("jitsi_keys").deleteMany(new Document());
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static JitsiProperties settings(String domain, String tenant, JitsiProperties.TokenPlace place) {
        return new JitsiProperties(domain, "", tenant, "jitsi", place, Set.of(), -1, null);
    }

    private Jitsi withSecret(JitsiProperties settings) {
        return new Jitsi(settings, new JitsiSecrets("passerelle", SHORT_SECRET, "", "", ""), store.template(), clock);
    }

    private Jitsi withKey(JitsiProperties settings, String appId, KeyPair keys, String keyId) {
        String pem = "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()) + "\\n-----END PRIVATE KEY-----";
        return new Jitsi(settings, new JitsiSecrets(appId, "", pem, keyId, ""), store.template(), clock);
    }

    private static String entrance(Jitsi jitsi, ConferenceParticipant who) {
        return jitsi.entrance(new ProviderEntry(MEETING, who, Locale.FRENCH))
                .orElseThrow()
                .toString();
    }

    private static String token(String address) {
        Matcher token = Pattern.compile("jwt=(?:%22)?([A-Za-z0-9_.-]+)").matcher(address);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static @Nullable PublicKey published(Jitsi jitsi, String digest) {
        return jitsi.keys().names().stream()
                .filter(name -> ProsodyDouble.hex(name).equals(digest))
                .flatMap(name -> jitsi.keys().pem(name).stream())
                .map(RsaKeys::publicKey)
                .findFirst()
                .orElse(null);
    }

    @Test
    void knowsItsOwnTokensWhileTheyAreGood() {
        Jitsi secret = withSecret(PLAIN);
        Jitsi before = withKey(PLAIN, "app", pair, "first");
        String shared = token(entrance(secret, HOST));
        String signed = token(entrance(before, HOST));
        String guest = token(entrance(secret, new ConferenceParticipant("guest:1", "Kim", ParticipantRole.GUEST)));
        Jitsi rotated = withKey(PLAIN, "app", otherPair, "second");

        assertThat(secret.tokens().read(shared)).contains(new JitsiTokens.Bearer("r-4711", true));
        assertThat(secret.tokens().read(guest)).contains(new JitsiTokens.Bearer("r-4711", false));
        assertThat(before.tokens().read(signed)).isPresent();
        assertThat(rotated.tokens().read(signed)).isPresent(); // its key stays published until it is over
        clock.advance(Duration.ofSeconds(4_199).plus(VideoMeeting.LONGEST_OVERTIME));
        assertThat(secret.tokens().read(shared)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(secret.tokens().read(shared)).isEmpty();
    }

    @Test
    void knowsNoTokenThatSomebodyElseMade() {
        String shared = token(entrance(withSecret(PLAIN), HOST));
        String signed = token(entrance(withKey(PLAIN, "passerelle", pair, "first"), HOST));
        JitsiTokens tokens = withSecret(PLAIN).tokens();
        String[] parts = shared.split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(List.of(
                        "",
                        "a.b.c",
                        signed,
                        parts[0] + "." + parts[1] + ".",
                        none + "." + parts[1] + ".",
                        parts[0] + "." + parts[1] + "." + parts[2].substring(1) + "A"))
                .allSatisfy(token -> assertThat(tokens.read(token)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(ParticipantRole.class)
    void letsInByATokenThatEveryReaderTakes(ParticipantRole part) {
        String token = token(entrance(withSecret(PLAIN), new ConferenceParticipant("x:1", "Kim", part)));

        assertThat(ProsodyDouble.withSecret("passerelle", SHORT_SECRET, "jitsi").login(token, TODAY))
                .isEqualTo(ACCEPTED);
        assertThat(ProsodyDouble.join(token, "meet.example", "", "r-4711")).isEqualTo(ACCEPTED);
        assertThat(ProsodyDouble.page(token)).isEqualTo(ACCEPTED);
        assertThat(ProsodyDouble.affiliation(token)).isEqualTo(part == ParticipantRole.HOST ? "owner" : "member");
        assertThat(ProsodyDouble.join(token, "meet.example", "", "r-4712")).isNotEqualTo(ACCEPTED);
    }

    @Test
    void writesWhatJitsisOwnLibraryReads() throws Exception {
        String token = token(entrance(withSecret(PLAIN), HOST));

        JitsiToken read = JitsiToken.Companion.parseWithoutValidation(token);

        assertThat(read.getIss()).isEqualTo("passerelle");
        assertThat(read.getAud()).isEqualTo("jitsi");
        assertThat(read.getSub()).isEqualTo("meet.example");
        assertThat(read.getRoom()).isEqualTo("r-4711");
        assertThat(read.getNbf()).isEqualTo(TODAY.minusSeconds(660).getEpochSecond());
        assertThat(read.getExp()).isEqualTo(LATEST.getEpochSecond());
        assertThat(read.getContext().getUser().getId()).isEqualTo("user:1");
        assertThat(read.getContext().getUser().getName()).isEqualTo("Camille Girard");
        assertThat(read.getContext().getUser().getEmail()).isNull();
    }

    @Test
    void isGoodFromBeforeTheDoorsOpenUntilTheLatestEndThatMayCome() {
        ProsodyDouble prosody = ProsodyDouble.withSecret("passerelle", SHORT_SECRET, "jitsi");
        String token = token(entrance(withSecret(PLAIN), HOST));

        assertThat(prosody.login(token, TODAY.minusSeconds(600))).isEqualTo(ACCEPTED);
        assertThat(prosody.login(token, TODAY.plusSeconds(4_200)))
                .as("in overtime")
                .isEqualTo(ACCEPTED);
        assertThat(prosody.login(token, LATEST.minusSeconds(1))).isEqualTo(ACCEPTED);
        assertThat(prosody.login(token, LATEST)).isEqualTo("Not acceptable by exp");
        assertThat(prosody.login(token, TODAY.minusSeconds(700))).isEqualTo("Not acceptable by nbf");
    }

    @Test
    void letsRoomsAndHostsPastTheLobbyAndNobodyElse() {
        Jitsi jitsi = withSecret(PLAIN);

        assertThat(claims(token(entrance(jitsi, HOST)))).contains("\"lobby_bypass\":true", "\"moderator\":true");
        assertThat(claims(token(entrance(jitsi, new ConferenceParticipant("room:1", "Melun", ParticipantRole.ROOM)))))
                .contains("\"lobby_bypass\":true", "\"moderator\":false");
        assertThat(claims(token(entrance(jitsi, new ConferenceParticipant("guest:1", "Kim", ParticipantRole.GUEST)))))
                .contains("\"lobby_bypass\":false", "\"moderator\":false");
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    @Test
    void writesTheTokenBehindTheHashAsJsonAndNeedsNoSecondPress() {
        String address = entrance(withSecret(PLAIN), HOST);

        assertThat(address)
                .startsWith("https://meet.example/r-4711#jwt=%22ey")
                .contains("&config.prejoinConfig.enabled=false")
                .contains("&config.subject=%22Comit%C3%A9%20%5C%22%C3%A9t%C3%A9%5C%22%20%26%20co%22")
                .contains("&config.defaultLanguage=%22fr%22");
        assertThat(URI.create(address).getQuery()).isNull();
    }

    @Test
    void writesTheTokenInTheQueryForOldServers() {
        String address = entrance(withSecret(settings("meet.example", "", JitsiProperties.TokenPlace.QUERY)), HOST);

        assertThat(address).startsWith("https://meet.example/r-4711?jwt=ey").contains("#config.prejoin");
    }

    @Test
    void entersTheConferencesOfATenant() {
        JitsiProperties acme = settings("meet.example", "acme", JitsiProperties.TokenPlace.FRAGMENT);
        String address = entrance(withSecret(acme), HOST);

        assertThat(address).startsWith("https://meet.example/acme/r-4711#");
        assertThat(ProsodyDouble.join(token(address), "meet.example", "acme", "r-4711"))
                .isEqualTo(ACCEPTED);
        assertThat(acme.roomAddress("r-4711")).isEqualTo("[acme]r-4711@conference.meet.example");
        assertThat(acme.conference("[acme]r-4711")).isEqualTo("r-4711");
    }

    @Test
    void signsWithAKeyThatIsLookedUpByTheDigestOfItsName() {
        Jitsi jitsi = withKey(PLAIN, "passerelle", pair, "network/2026");
        ProsodyDouble prosody = ProsodyDouble.withKeyServer("passerelle", digest -> published(jitsi, digest), "jitsi");

        String token = token(entrance(jitsi, HOST));

        assertThat(prosody.login(token, TODAY)).isEqualTo(ACCEPTED);
        assertThat(prosody.login(token(entrance(withSecret(PLAIN), HOST)), TODAY))
                .isEqualTo("'kid' claim is missing");
    }

    @Test
    void keepsAReplacedKeyPublishedUntilItsLastTokenIsOver() throws GeneralSecurityException {
        String token = token(entrance(withKey(PLAIN, "passerelle", pair, "old"), HOST));
        Jitsi renewed = withKey(PLAIN, "passerelle", newPair(), "new");
        ProsodyDouble prosody =
                ProsodyDouble.withKeyServer("passerelle", digest -> published(renewed, digest), "jitsi");

        assertThat(prosody.login(token, TODAY)).isEqualTo(ACCEPTED);
        assertThat(renewed.keys().names()).containsExactly("new", "old");

        clock.advance(Duration.ofDays(1));
        assertThat(renewed.keys().names()).containsExactly("new");
        assertThat(prosody.login(token, TODAY)).isEqualTo("could not obtain public key");
    }

    @Test
    void publishesItsKeysAsASet() throws ParseException {
        Jitsi jitsi = withKey(PLAIN, "passerelle", pair, "k1");

        RSAKey key = (RSAKey) JWKSet.parse(jitsi.keys().set().toString(true)).getKeyByKeyId("k1");

        assertThat(key.isPrivate()).isFalse();
        assertThat(RsaKeys.pem(publicOf(key))).isEqualTo(jitsi.keys().pem("k1").orElseThrow());
    }

    private static RSAPublicKey publicOf(RSAKey key) {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void speaksToJaasByItsRules() {
        JitsiProperties jaas = settings(JitsiProperties.JAAS, "", JitsiProperties.TokenPlace.FRAGMENT);
        String app = "vpaas-magic-cookie-abc";
        Jitsi jitsi = withKey(jaas, app, pair, app + "/k1");
        String address = entrance(jitsi, HOST);

        assertThat(address).startsWith("https://8x8.vc/" + app + "/r-4711#jwt=");
        assertThat(claims(token(address)))
                .contains("\"iss\":\"chat\"", "\"aud\":\"jitsi\"", "\"sub\":\"" + app + "\"", "\"moderator\":\"true\"");
    }

    @Test
    void readsAKeyInTheOlderForm() throws Exception {
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        String text = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pkcs1) + "\n-----END RSA PRIVATE KEY-----\n";

        assertThat(RsaKeys.publicKey(RsaKeys.privateKey(text))).isEqualTo(pair.getPublic());
    }

    @Test
    void refusesAKeyWithoutANameAndAFeatureThatJitsiDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new JitsiSecrets("a", "", "pem", "", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JitsiProperties(
                        "meet.example",
                        "",
                        "",
                        "jitsi",
                        JitsiProperties.TokenPlace.FRAGMENT,
                        Set.of("dial-out"),
                        -1,
                        null));
    }

    @Test
    void tellsNoSecretInItsDescription() {
        assertThat(new JitsiSecrets("passerelle", "s3cret", "", "", "r3servation").toString())
                .doesNotContain("s3cret")
                .doesNotContain("r3servation");
    }

    @Test
    void isReadyOnceItHasAnAddressAndSomethingToSignWith() {
        assertThat(withSecret(PLAIN).isReady()).isTrue();
        assertThat(withSecret(settings("", "", JitsiProperties.TokenPlace.FRAGMENT))
                        .isReady())
                .isFalse();
        assertThat(new Jitsi(PLAIN, new JitsiSecrets("passerelle", "", "", "", ""), store.template(), clock).isReady())
                .isFalse();
        assertThat(Optional.ofNullable(PLAIN.prosodyUrl())).isEmpty();
    }
}
