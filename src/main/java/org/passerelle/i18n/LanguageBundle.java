package org.passerelle.i18n;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Texts by their keys, one property file in UTF-8 for each language; each file is read once. Nobody else reads such files. */
public final class LanguageBundle {

    /** What a language says of itself, of days, durations and places. */
    static final LanguageBundle WORDS = new LanguageBundle(Languages.BUNDLE);

    /** Of at most nine digits, and none that begins with zero, such as a number of a room. */
    private static final Pattern COUNT = Pattern.compile("0|[1-9]\\d{0,8}");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    /** @param name the path of the file for English, without its ending */
    public LanguageBundle(String name) {
        messages.setBasename(name);
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        // Else that of the thread which asks first, whose web application may end before the program does.
        messages.setBeanClassLoader(LanguageBundle.class.getClassLoader());
        messages.setAlwaysUseMessageFormat(true);
    }

    /**
     * @param arguments as {@link java.text.MessageFormat} takes them
     * @throws org.springframework.context.NoSuchMessageException if no file has this key
     */
    public String text(String key, Locale wished, Object... arguments) {
        return messages.getMessage(key, arguments, Languages.nearest(wished));
    }

    /** A detail that was kept as a text: as a number if it is one, so that a sentence can have forms for one and for many. */
    public static Object numberOrText(String detail) {
        return COUNT.matcher(detail).matches() ? (Object) Integer.valueOf(detail) : detail;
    }

    /** The same; empty if there is none. */
    public Optional<String> find(String key, Locale wished, Object... arguments) {
        return Optional.ofNullable(messages.getMessage(key, arguments, null, Languages.nearest(wished)));
    }
}
