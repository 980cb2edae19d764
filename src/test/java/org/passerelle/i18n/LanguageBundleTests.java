package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageBundleTests {

    @Test
    void findsItsTextsWhicheverThreadMadeIt() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        LanguageBundle bundle;
        try (URLClassLoader ending = new URLClassLoader(new URL[0], null)) {
            thread.setContextClassLoader(ending);
            bundle = new LanguageBundle("org/passerelle/i18n/reasons");
        } finally {
            thread.setContextClassLoader(own);
        }

        assertThat(bundle.text("weekday.Mo", Locale.FRENCH)).isEqualTo("Lu");
    }
}
