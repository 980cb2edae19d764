package org.passerelle.i18n;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Texts by their keys, one property file in UTF-8 for each language; each file is read once. Nobody else reads such files. */
public final class LanguageBundle {

    /** What a language says of itself, of days, durations and places. */
    static final LanguageBundle WORDS = new LanguageBundle(Languages.BUNDLE);

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    /** @param name the path of the file for English, without its ending */
    public LanguageBundle(String name) {
        messages.setBasename(name);
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
    }

    /**
     * @param arguments as {@link java.text.MessageFormat} takes them
     * @throws org.springframework.context.NoSuchMessageException if no file has this key
     */
    public String text(String key, Locale wished, Object... arguments) {
        return messages.getMessage(key, arguments, Languages.nearest(wished));
    }

    /** The same; empty if there is none. */
    public Optional<String> find(String key, Locale wished, Object... arguments) {
        return Optional.ofNullable(messages.getMessage(key, arguments, null, Languages.nearest(wished)));
    }
}
