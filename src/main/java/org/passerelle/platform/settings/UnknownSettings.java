package org.passerelle.platform.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** Settings that were given and that nothing reads: most are misspelt, and what they say would not hold, in silence. */
public final class UnknownSettings {

    private static final String VARIABLE = "PASSERELLE_";

    /** Where an installation gives settings, by the names of Spring Boot; of others, such as those of tests, nothing is asked. */
    private static final Set<String> SOURCES =
            Set.of("systemEnvironment", "systemProperties", "commandLineArgs", "spring.application.json");

    private static final String FILES = "Config resource";

    /** Of the build, which tells its tests by it where the packaged program is. */
    private static final String OF_THE_BUILD = "passerelle.jar";

    /** What Kubernetes and Docker tell of a service named passerelle: {@code PASSERELLE_PORT=tcp://10.0.0.1:8080}. */
    private static final String SERVICE_LINK =
            "PASSERELLE(_\\w+)?_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)";

    private static final String LINKED_PORT = "(tcp|udp|sctp)://.*";

    private UnknownSettings() {}

    /** A sentence for each, with the name that is likely to be meant. */
    public static List<String> in(ConfigurableEnvironment environment, SettingCatalogue catalogue) {
        return environment.getPropertySources().stream()
                .filter(source ->
                        SOURCES.contains(source.getName()) || source.getName().startsWith(FILES))
                .flatMap(source -> names(source)
                        .filter(name -> isOurs(name) && !isServiceLink(name, source) && !isKnown(name, catalogue)))
                .distinct()
                .sorted()
                .map(name -> objection(name, catalogue))
                .toList();
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> known
                ? Stream.of(known.getPropertyNames())
                : Stream.empty();
    }

    private static boolean isOurs(String name) {
        return !name.equals(OF_THE_BUILD)
                && (name.toLowerCase(Locale.ROOT).startsWith(DeclaredSetting.PREFIX)
                        || name.toUpperCase(Locale.ROOT).startsWith(VARIABLE));
    }

    private static boolean isServiceLink(String name, PropertySource<?> source) {
        return name.matches(SERVICE_LINK)
                || (name.endsWith("_PORT")
                        && String.valueOf(source.getProperty(name)).matches(LINKED_PORT));
    }

    private static boolean isKnown(String name, SettingCatalogue catalogue) {
        String variable = name.toUpperCase(Locale.ROOT);
        return catalogue.settings().stream()
                .anyMatch(setting ->
                        variable.startsWith(VARIABLE) ? setting.isVariable(variable) : setting.isProperty(name));
    }

    private static String objection(String name, SettingCatalogue catalogue) {
        return nearest(DeclaredSetting.variable(name), catalogue)
                .map(meant -> "%s is no setting; %s is, and may be meant.".formatted(name, meant))
                .orElse(name + " is no setting: docs/reference/configuration.md has all of them.");
    }

    private static Optional<String> nearest(String variable, SettingCatalogue catalogue) {
        String own = variable.substring(Math.min(VARIABLE.length(), variable.length()));
        int most = Math.max(2, own.length() / 3);
        return catalogue.settings().stream()
                .map(DeclaredSetting::variable)
                .filter(known -> distance(variable, known) <= most || known.endsWith("_" + own))
                .min(Comparator.comparingInt((String known) -> distance(variable, known))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many characters have to be added, left out or changed (Levenshtein). */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }
}
