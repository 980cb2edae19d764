/** Photos of rooms: what somebody sends is decoded, made smaller and drawn anew, so that nothing else of it is kept. */
@NullMarked
@ApplicationModule(
        displayName = "Photos",
        allowedDependencies = {"platform", "platform :: digest", "platform :: personal", "directory", "account"})
package org.passerelle.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
