package org.passerelle.mail.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.mail.dkim.DkimKeys.Found;
import org.passerelle.mail.dkim.DkimVerifier.DkimVerdict;

class DkimVerifierTests {

    private static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");
    private static final String CAMILLE = "camille@example.org";
    private static final String USUAL = "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject";

    /** The example of RFC 8463, appendix A: the same mail signed by Ed25519 and by RSA. */
    private static final String EXAMPLE = """
            DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=brisbane; t=1528637909; h=from : to :
             subject : date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
             Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
             d=football.example.com; i=@football.example.com;
             q=dns/txt; s=test; t=1528637909; h=from : to : subject :
             date : message-id : from : subject : date;
             bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
             b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
             DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
             dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>

            Hi.

            We lost the game.  Are you hungry yet?

            Joe.
            """.replace("\n", "\r\n");

    private final SignedMails mails = new SignedMails();

    private DkimVerdict verdict(byte[] mail, String domain) {
        return mails.verifier().verify(mail, domain, NOW);
    }

    private DkimVerdict verdict(String tags) {
        return verdict(mails.signed(CAMILLE, tags), "example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"brisbane", "test"})
    void knowsTheExampleOfTheStandardByEitherOfItsKeys(String selector) {
        mails.publish(
                selector + "._domainkey.football.example.com",
                selector.equals("brisbane")
                        ? "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
                        : "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bd"
                                + "OKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5Qjv"
                                + "HO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");

        byte[] mail = EXAMPLE.getBytes(StandardCharsets.UTF_8);
        byte[] forged = EXAMPLE.replace("hungry", "angry").getBytes(StandardCharsets.UTF_8);

        assertThat(verdict(mail, "football.example.com")).isEqualTo(DkimVerdict.SIGNED);
        assertThat(verdict(forged, "football.example.com")).isEqualTo(DkimVerdict.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject",
                "d=example.org; s=rsa; c=simple/simple; h=from:subject",
                "d=example.org; s=ed; c=relaxed/relaxed; h=From : Subject",
                "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject:from; i=rooms@mail.example.org",
                "d=Example.org; s=rsa; c=relaxed/relaxed; h=from:subject; t=1774000000; x=1774429200",
                "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject; q=dns/txt"
            })
    void trustsASignatureOfTheSendersDomain(String tags) {
        assertThat(verdict(tags)).isEqualTo(DkimVerdict.SIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d=example.org; s=rsa; c=relaxed/relaxed; h=subject",
                "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject; l=5",
                "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject; x=1774429199",
                "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject; t=1784000000; x=1783000000",
                "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject; i=@other.org",
                "d=example.org; s=rsa; c=relaxed/relaxed; h=from:subject; q=http",
                "d=example.org; s=none; c=relaxed/relaxed; h=from:subject",
                "d=example.org; s=rsa/../x; c=relaxed/relaxed; h=from:subject",
                "d=example.org; s=rsa; s=rsa; c=relaxed/relaxed; h=from:subject",
                "d=example.org; s=rsa; c=nofws/relaxed; h=from:subject"
            })
    void relysOnNoSignatureThatSaysTooLittle(String tags) {
        assertThat(verdict(tags)).isEqualTo(DkimVerdict.UNSIGNED);
    }

    @Test
    void seesWhatWasChangedOrAdded() {
        byte[] good = mails.signed(CAMILLE, USUAL);
        String text = new String(good, StandardCharsets.UTF_8);

        assertThat(verdict(mails.mail(CAMILLE, USUAL, SignedMails.BODY, SignedMails.BODY + "P.-S.\r\n"), "example.org"))
                .isEqualTo(DkimVerdict.UNSIGNED);
        assertThat(verdict(SignedMails.bytes(text.replace("Une ", "Trois ")), "example.org"))
                .isEqualTo(DkimVerdict.UNSIGNED);
        assertThat(verdict(SignedMails.bytes("From: Louis <louis@example.org>\r\n" + text), "example.org"))
                .isEqualTo(DkimVerdict.UNSIGNED);
        assertThat(verdict(SignedMails.bytes("Received: from a\r\n" + text + "\r\n"), "example.org"))
                .isEqualTo(DkimVerdict.SIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, SIGNED",
        "paris.example.org, SIGNED",
        "example.com, UNSIGNED",
        "badexample.org, UNSIGNED",
        "org, UNSIGNED"
    })
    void takesOnlyTheRegisteredDomainOfTheSenderForItsOwn(String domain, DkimVerdict verdict) {
        assertThat(verdict(mails.signed("camille@" + domain, USUAL), domain)).isEqualTo(verdict);
    }

    @Test
    void doesNotTakeOneTownForAnotherUnderACommonSuffix() {
        mails.publish(
                "rsa._domainkey.evil.co.uk",
                SignedMails.base64(mails.rsa.getPublic().getEncoded()));

        byte[] mail = mails.signed("mayor@town.co.uk", "d=evil.co.uk; s=rsa; c=relaxed/relaxed; h=from:subject");

        assertThat(verdict(mail, "town.co.uk")).isEqualTo(DkimVerdict.UNSIGNED);
        assertThat(mails.lookups).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=DKIM1; p=",
                "v=DKIM1; t=y; p=KEY",
                "v=DKIM2; p=KEY",
                "v=DKIM1; h=sha1; p=KEY",
                "v=DKIM1; s=tlsrpt; p=KEY",
                "v=DKIM1; k=ed25519; p=KEY",
                "v=DKIM1; p=AAAA",
                "nonsense"
            })
    void acceptsNoKeyThatIsWithdrawnATestOrForSomethingElse(String record) {
        String key = SignedMails.base64(mails.rsa.getPublic().getEncoded());
        mails.publish("rsa._domainkey.example.org", record.replace("KEY", key));

        assertThat(verdict(USUAL)).isEqualTo(DkimVerdict.UNSIGNED);
    }

    @Test
    void letsAStrictKeySpeakOnlyForItsVeryDomain() {
        String key = SignedMails.base64(mails.rsa.getPublic().getEncoded());
        mails.publish("rsa._domainkey.example.org", "v=DKIM1; t=s; s=*; h=sha1:sha256; n=note; p=" + key);

        assertThat(verdict(USUAL)).isEqualTo(DkimVerdict.SIGNED);
        assertThat(verdict(USUAL + "; i=@mail.example.org")).isEqualTo(DkimVerdict.UNSIGNED);
    }

    @Test
    void isUnsureWhileNobodyCanBeAsked() {
        mails.published.put("rsa._domainkey.example.org", Found.UNKNOWN);

        assertThat(verdict(USUAL)).isEqualTo(DkimVerdict.UNSURE);
    }

    @Test
    void asksForTwoKeysAtTheMostHoweverManySignaturesThereAre() {
        String one = new String(
                mails.signed(CAMILLE, "d=example.org; s=none; c=relaxed/relaxed; h=from:subject"),
                StandardCharsets.UTF_8);
        String signature = one.substring(0, one.indexOf("From:"));

        assertThat(verdict(SignedMails.bytes(signature.repeat(500) + one), "example.org"))
                .isEqualTo(DkimVerdict.UNSIGNED);
        assertThat(mails.lookups).isEqualTo(2);
    }

    @Test
    void takesAnythingElseForUnsigned() {
        for (String mail :
                new String[] {"", "\r\n", "From: a\n\nx", "DKIM-Signature: v=1\r\nFrom: a@example.org\r\n\r\n"}) {
            assertThat(verdict(SignedMails.bytes(mail), "example.org")).isEqualTo(DkimVerdict.UNSIGNED);
        }
    }
}
