package org.passerelle.platform.settings;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.ResolvableType;

/**
 * One setting that the program reads.
 *
 * @param name as in a file of properties, in its canonical form: {@code passerelle.mail.smtp-port}; {@code *} stands for a
 *     name that the installation chooses
 * @param type what it is read as
 */
public record DeclaredSetting(String name, ResolvableType type) {

    static final String PREFIX = "passerelle.";

    /** As people give it: {@code PASSERELLE_MAIL_SMTP_PORT}. */
    public String variable() {
        return variable(name);
    }

    /** How the property {@code name} is written as an environment variable. */
    public static String variable(String name) {
        return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    /** The kind of value, of a list or an optional one that of what is in it. */
    Class<?> kind() {
        return type.hasGenerics() ? type.getGeneric(0).toClass() : type.toClass();
    }

    /** Whether the property {@code key}, in whatever spelling Spring Boot understands, is this one or a member of it. */
    boolean isProperty(String key) {
        return key.replaceAll("\\[[^]]*]", "")
                .replaceAll("[-_]", "")
                .toLowerCase(Locale.ROOT)
                .matches(pattern(name.replace("-", ""), "\\.", ".+"));
    }

    /** Whether the environment variable {@code variable} is this one: hyphens are left out there, or written as {@code _}. */
    boolean isVariable(String variable) {
        String upper = name.toUpperCase(Locale.ROOT);
        return variable.matches(pattern(upper.replace("-", ""), "_", ".+") + "(_\\d+_?)?")
                || variable.matches(pattern(upper.replace('-', '_'), "_", ".+") + "(_\\d+_?)?");
    }

    private static String pattern(String name, String separator, String chosen) {
        StringBuilder pattern = new StringBuilder();
        for (String element : name.split("\\.", -1)) {
            pattern.append(pattern.isEmpty() ? "" : separator)
                    .append("*".equals(element) ? chosen : Pattern.quote(element));
        }
        return pattern.toString();
    }
}
