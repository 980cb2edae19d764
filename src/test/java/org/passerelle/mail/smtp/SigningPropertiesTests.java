package org.passerelle.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.optout.OptOuts;
import org.passerelle.platform.PasserelleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.util.ReflectionTestUtils;

/** By what mail is signed, as it is set. */
@ExtendWith(OutputCaptureExtension.class)
class SigningPropertiesTests {

    private static final int PKCS1_STARTS_AT = 26;

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PasserelleProperties.class)
    static class Platform {}

    private static PrivateKey key(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate();
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    private static ApplicationContextRunner start(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Platform.class, PostConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(OptOuts.class, () -> Mockito.mock(OptOuts.class))
                .withPropertyValues("passerelle.public-url=https://rooms.example")
                .withPropertyValues(settings);
    }

    private static ApplicationContextRunner start(String key) {
        return start(
                "passerelle.mail.dkim.domain=rooms.example",
                "passerelle.mail.dkim.selector=p1",
                "passerelle.mail.dkim.private-key=" + key);
    }

    /** All mail passes the one way out that heeds opting out; what is behind it signs, or does not. */
    private static @Nullable Object behindOptOuts(ApplicationContext context) {
        return ReflectionTestUtils.getField(context.getBean(Postbox.class), "next");
    }

    @Test
    void signsOnlyWhenAKeyIsSet() throws Exception {
        PrivateKey key = key(1024);

        start(new String[0]).run(context -> assertThat(behindOptOuts(context)).isInstanceOf(MailSpool.class));
        start(pem("PRIVATE KEY", key.getEncoded()).replace("\n", "\\n"))
                .run(context -> assertThat(behindOptOuts(context)).isInstanceOf(SigningPostbox.class));
    }

    @Test
    void readsBothFormsOfAKey() throws Exception {
        PrivateKey key = key(1024);
        byte[] older = Arrays.copyOfRange(key.getEncoded(), PKCS1_STARTS_AT, key.getEncoded().length);

        assertThat(SigningKey.parse(pem("PRIVATE KEY", key.getEncoded()))).isEqualTo(key);
        assertThat(SigningKey.parse(pem("RSA PRIVATE KEY", older))).isEqualTo(key);
    }

    @Test
    void refusesToStartWithAWrongKeyAndKeepsItToItself(CapturedOutput output) throws Exception {
        String secret =
                Base64.getEncoder().encodeToString(key(1024).getEncoded()).substring(0, 200);
        for (String wrong : new String[] {
            secret,
            pem("PRIVATE KEY", Base64.getDecoder().decode(secret)),
            pem("PRIVATE KEY", key(512).getEncoded()),
            "file:/nowhere/" + secret
        }) {
            start(wrong)
                    .run(context -> assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessageStartingWith("PASSERELLE_MAIL_DKIM_PRIVATE_KEY"));
        }

        assertThat(output.getAll()).doesNotContain(secret.substring(40, 80));
    }

    @Test
    void namesWhatIsMissingOrNoName() {
        assertThatThrownBy(() -> new SigningProperties("rooms.example", null, "").signer())
                .hasMessage(
                        "PASSERELLE_MAIL_DKIM_SELECTOR, PASSERELLE_MAIL_DKIM_PRIVATE_KEY is not set, but needed to sign mail.");
        assertThatThrownBy(() -> new SigningProperties("rooms.example", "a b", "x").signer())
                .hasMessageStartingWith("PASSERELLE_MAIL_DKIM_SELECTOR is no name");
    }
}
