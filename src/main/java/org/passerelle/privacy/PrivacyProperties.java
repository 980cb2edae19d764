package org.passerelle.privacy;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set about erasures.
 *
 * @param erasedList the file that remembers who was erased, outside of the data folder; none is kept unless it is named
 */
@ConfigurationProperties("passerelle.privacy")
public record PrivacyProperties(@Nullable Path erasedList) {

    Optional<Path> list() {
        return Optional.ofNullable(erasedList).filter(path -> !path.toString().isBlank());
    }
}
