package org.passerelle.platform.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * All settings of the program, from the list {@code settings.txt} beside this class: the records that are bound to them, which
 * say the rest, and what no record holds. A test holds the list equal to the program.
 */
public final class SettingCatalogue {

    private static final String FILE = "settings.txt";

    /** The names that the classes of settings are bound under. */
    private final Map<Class<?>, String> prefixes;

    private final List<DeclaredSetting> settings;
    private final Map<String, Integer> secrets;

    private SettingCatalogue(
            Map<Class<?>, String> prefixes, List<DeclaredSetting> settings, Map<String, Integer> secrets) {
        this.prefixes = prefixes;
        this.settings = settings;
        this.secrets = secrets;
    }

    /** @throws IllegalStateException if the list names a class that there is not */
    public static SettingCatalogue read() {
        Map<Class<?>, String> prefixes = new LinkedHashMap<>();
        List<DeclaredSetting> settings = new ArrayList<>();
        Map<String, Integer> secrets = new TreeMap<>();
        for (String line : lines()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "class" -> {
                    Class<?> type = type(words[1]);
                    String prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class), line)
                            .value();
                    prefixes.put(type, prefix);
                    members(prefix, type).forEach(settings::add);
                }
                case "key" -> settings.add(new DeclaredSetting(words[1], ResolvableType.forClass(type(words[2]))));
                case "secret" -> secrets.put(words[1], words.length > 2 ? Integer.parseInt(words[2]) : 1);
                default -> throw new IllegalStateException("Not a line of " + FILE + ": " + line);
            }
        }
        return new SettingCatalogue(prefixes, List.copyOf(settings), secrets);
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(SettingCatalogue.class.getResourceAsStream(FILE), FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return ClassUtils.forName(name, SettingCatalogue.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(FILE + " names a class that there is not", e);
        }
    }

    private static Stream<DeclaredSetting> members(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> member(prefix + "." + dashed(component), component));
    }

    private static String dashed(RecordComponent component) {
        return DataObjectPropertyName.toDashedForm(component.getName());
    }

    private static Stream<DeclaredSetting> member(String name, RecordComponent component) {
        ResolvableType type = ResolvableType.forType(component.getGenericType());
        boolean isMap = Map.class.isAssignableFrom(component.getType());
        ResolvableType value = isMap ? type.getGeneric(1) : type;
        String path = isMap ? name + ".*" : name;
        Class<?> raw = value.toClass();
        return raw.isRecord() && raw.isMemberClass() ? members(path, raw) : Stream.of(new DeclaredSetting(path, value));
    }

    public List<DeclaredSetting> settings() {
        return settings;
    }

    /** The records that settings are bound to. */
    public List<Class<?>> classes() {
        return List.copyOf(prefixes.keySet());
    }

    String prefixOf(Class<?> type) {
        return Objects.requireNonNull(prefixes.get(type));
    }

    List<DeclaredSetting> of(Class<?> type) {
        return members(prefixOf(type), type).toList();
    }

    Optional<DeclaredSetting> named(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findAny();
    }

    /** What is not to be shown, by its name, with the fewest characters that it may have. */
    public Map<String, Integer> secrets() {
        return secrets;
    }
}
