/** Who acts: organisations, people, their roles and access tokens. */
@NullMarked
@ApplicationModule(
        displayName = "Account",
        allowedDependencies = {"time", "directory", "platform", "platform :: digest", "platform :: text"})
package org.passerelle.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
