/** What every module stands on: the database, migrations, the clock and the configuration. Knows nothing of rooms. */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
package org.passerelle.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
