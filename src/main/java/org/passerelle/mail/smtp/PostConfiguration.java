package org.passerelle.mail.smtp;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.optout.OptOuts;
import org.passerelle.platform.PasserelleProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** By SMTP when {@code spring.mail.host} is set, otherwise into the data folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSpoolProperties.class, SigningProperties.class})
class PostConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PostConfiguration.class);

    @Bean
    MailSpool mailSpool(PasserelleProperties platform, MailSpoolProperties settings, Clock clock) {
        return new MailSpool(platform.dataDir().resolve("mail"), settings.bounds(), clock);
    }

    @Bean
    @Primary
    Postbox postbox(
            ObjectProvider<JavaMailSenderImpl> server,
            MailSpool spool,
            SigningProperties signing,
            OptOuts optOuts,
            Environment environment) {
        Postbox unsigned = unsigned(server.getIfAvailable(), spool, environment);
        return new OptOutPostbox(signing.isSet() ? signed(signing.signer(), unsigned) : unsigned, optOuts);
    }

    private static Postbox signed(DkimSigner signer, Postbox unsigned) {
        LOG.info("Mail is signed by {}", signer.domain());
        return new SigningPostbox(signer, unsigned);
    }

    private static Postbox unsigned(@Nullable JavaMailSenderImpl sender, MailSpool spool, Environment environment) {
        if (sender != null) {
            return new SmtpPostbox(sender);
        }
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            LOG.warn("SPRING_MAIL_HOST is not set: invitations are kept in the data folder and reach nobody.");
        }
        return spool;
    }
}
