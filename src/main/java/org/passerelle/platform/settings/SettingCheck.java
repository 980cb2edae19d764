package org.passerelle.platform.settings;

import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * What a module says of the settings it reads before anything is opened: that a key is no key, for example. Named in {@code
 * spring.factories}; asked once, when each setting by itself can be read.
 */
@FunctionalInterface
public interface SettingCheck {

    /** What is wrong, as one sentence that names the setting and shows nothing of a secret; empty if all is well. */
    Optional<String> objection(Binder settings);
}
