package org.passerelle.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.net.IpNetwork;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** Settings whose value cannot be what they are for: a sentence each, before anything is opened. */
public final class SettingValues {

    private static final Map<Class<?>, String> FORMS = Map.of(
            Duration.class, "is no length of time, such as 30m, 2h, 7d or PT30M",
            DataSize.class, "is no size with its unit, such as 64MB",
            LocalTime.class, "is no time of day, such as 01:00",
            IpNetwork.class, "is neither an address nor a network, such as 10.0.0.7 or 10.0.0.0/8",
            URI.class, "is no URL",
            Path.class, "is no path",
            Locale.class, "is no tag of a language, such as fr",
            boolean.class, "is neither true nor false");

    private final Environment environment;
    private final Binder binder;
    private final SettingCatalogue catalogue;

    public SettingValues(Environment environment, SettingCatalogue catalogue) {
        this.environment = environment;
        this.binder = Binder.get(environment);
        this.catalogue = catalogue;
    }

    public List<String> objections() {
        List<String> objections = new ArrayList<>();
        catalogue.classes().forEach(type -> objections.addAll(objections(type)));
        catalogue.settings().stream()
                .filter(this::lacksItsUnit)
                .map(setting -> "%s is %s without a unit: write %s."
                        .formatted(
                                setting.variable(),
                                environment.getProperty(setting.name()),
                                setting.kind() == Duration.class ? "30s, 30m, 2h or 7d" : "64KB or 64MB"))
                .forEach(objections::add);
        return objections;
    }

    private List<String> objections(Class<?> type) {
        try {
            binder.bindOrCreate(catalogue.prefixOf(type), type);
            return List.of();
        } catch (BindException e) {
            List<String> unreadable = catalogue.of(type).stream()
                    .flatMap(setting -> unreadable(setting).stream())
                    .toList();
            return unreadable.isEmpty() ? List.of(reason(type, e)) : unreadable;
        }
    }

    private Optional<String> unreadable(DeclaredSetting setting) {
        if (setting.name().contains("*")) {
            return Optional.empty();
        }
        try {
            binder.bind(setting.name(), Bindable.of(setting.type()));
            return Optional.empty();
        } catch (BindException e) {
            String value = catalogue.secrets().containsKey(setting.name())
                    ? "not shown"
                    : environment.getProperty(setting.name(), "");
            return Optional.of("%s is %s, which %s.".formatted(setting.variable(), value, form(setting.kind())));
        }
    }

    private static String form(Class<?> kind) {
        if (kind.isEnum()) {
            return "is none of "
                    + Arrays.stream(kind.getEnumConstants())
                            .map(each -> each.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return FORMS.getOrDefault(kind, isNumber(kind) ? "is no whole number" : "cannot be read");
    }

    private static boolean isNumber(Class<?> kind) {
        return kind == int.class || kind == Integer.class || kind == long.class;
    }

    /** What the record says of its own values; the innermost cause, for Spring has wrapped it. */
    private String reason(Class<?> type, BindException thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .map(Throwable::getMessage)
                .map(message -> message.endsWith(".") ? message : message + ".")
                .orElse(DeclaredSetting.variable(catalogue.prefixOf(type)) + "_...: these settings cannot be read.");
    }

    /** A bare number would be milliseconds, or bytes, which nobody means who forgets to say so. */
    private boolean lacksItsUnit(DeclaredSetting setting) {
        return (setting.kind() == Duration.class || setting.kind() == DataSize.class)
                && environment.getProperty(setting.name(), "").strip().matches("[+-]?0*[1-9]\\d*");
    }
}
