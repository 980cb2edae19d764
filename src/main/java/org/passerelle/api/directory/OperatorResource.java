package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A town, public body or firm that runs sites.
 *
 * @param id stays as it is
 */
@Schema(name = "OperatorEntry")
record OperatorResource(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name) {}
