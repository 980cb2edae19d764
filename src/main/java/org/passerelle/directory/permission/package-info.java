/** Who may book a room, when and for how long: what the directory says besides its plain rules. */
@NamedInterface("permission")
@NullMarked
package org.passerelle.directory.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
